import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconMessageCirclePlus from '@tabler/icons-react/dist/esm/icons/IconMessageCirclePlus.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconSunHigh from '@tabler/icons-react/dist/esm/icons/IconSunHigh.mjs';
import IconUserCircle from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import type { ReactNode } from 'react';
import { Link, matchPath, parsePath, useLocation } from 'react-router';
import { useMe } from '../lib/me.ts';
import { OVERVIEW_PATH, REPLACEMENTS_PATH, VACANCIES_PATH } from '../lib/paths.ts';
import { useExchangesPath } from './exchanges.tsx';
import { useAskPath } from './my-clubs.ts';
import classes from './phone-bar.module.css';

interface EntryProps {
  to: string;
  icon: ReactNode;
  /** Where all is one with what it leads to, which is shown as the place one is at; what is below it when nothing is said. */
  places?: readonly string[];
  children: string;
}

const Entry = ({ to, icon, places = [parsePath(to).pathname ?? to], children }: EntryProps) => {
  const { pathname } = useLocation();
  const isHere = places.some((path) => matchPath({ path, end: path === '/' }, pathname));
  return (
    <Link to={to} className={classes.entry} aria-current={isHere ? 'page' : undefined}>
      {icon}
      {children}
    </Link>
  );
};

/** Replacements and vacancies have one entry, and tabs from one to the other on their pages. */
const EXCHANGES = [REPLACEMENTS_PATH, VACANCIES_PATH, OVERVIEW_PATH];

/** The five places within reach of a thumb. */
export const PhoneBar = () => {
  const me = useMe();
  const askPath = useAskPath();
  const exchanges = useExchangesPath();
  const icon = { size: 22, stroke: 1.7, 'aria-hidden': true } as const;
  return (
    <nav className={classes.bar} aria-label="Navigation principale" data-print="hidden">
      <Entry to="/" icon={<IconSunHigh {...icon} />}>
        Aujourd’hui
      </Entry>
      <Entry to="/clubs" icon={<IconUsersGroup {...icon} />}>
        Clubs
      </Entry>
      {askPath && (
        <Entry to={askPath} icon={<IconMessageCirclePlus {...icon} />}>
          Poser
        </Entry>
      )}
      {exchanges && (
        <Entry to={exchanges} places={EXCHANGES} icon={<IconHeartHandshake {...icon} />}>
          Bourses
        </Entry>
      )}
      {me.abilities['search.use'] && !exchanges && (
        <Entry to="/recherche" icon={<IconSearch {...icon} />}>
          Recherche
        </Entry>
      )}
      <Entry to="/profil" icon={<IconUserCircle {...icon} />}>
        Moi
      </Entry>
    </nav>
  );
};
