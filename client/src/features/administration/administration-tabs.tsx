import { NavLink } from 'react-router';
import {
  ADMINISTERED_CLUBS_PATH,
  ADMINISTERED_COMMUNES_PATH,
  ADMINISTERED_INVITATIONS_PATH,
  ADMINISTERED_REPLACEMENTS_PATH,
  ADMINISTRATION_PATH,
} from '../../lib/paths.ts';
import { useCurrentTabShown } from '../../ui/use-current-tab-shown.ts';
import classes from './administration.module.css';

/** The pages of the administration. */
export const AdministrationTabs = () => (
  <nav ref={useCurrentTabShown()} className={classes.tabs} aria-label="Administration">
    <NavLink to={ADMINISTRATION_PATH} end>
      Vue d’ensemble
    </NavLink>
    <NavLink to={ADMINISTERED_CLUBS_PATH} end>
      Clubs
    </NavLink>
    <NavLink to={ADMINISTERED_COMMUNES_PATH}>Communes</NavLink>
    <NavLink to={ADMINISTERED_INVITATIONS_PATH}>Invitations</NavLink>
    <NavLink to={ADMINISTERED_REPLACEMENTS_PATH}>Remplacements</NavLink>
  </nav>
);
