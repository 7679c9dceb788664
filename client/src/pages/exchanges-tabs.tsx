import { NavLink } from 'react-router';
import { useMe } from '../lib/me.ts';
import { REPLACEMENTS_PATH, VACANCIES_PATH } from '../lib/paths.ts';
import classes from './exchanges-tabs.module.css';

/** From one exchange to the other on a phone, whose bar has one entry for both. */
export function ExchangesTabs() {
  if (!useMe().abilities['directory.read']) return null;
  return (
    <nav className={classes.tabs} aria-label="Bourses" data-print="hidden">
      <NavLink to={REPLACEMENTS_PATH} end>
        Remplacements
      </NavLink>
      <NavLink to={VACANCIES_PATH} end>
        Emplois
      </NavLink>
    </nav>
  );
}
