import IconHeartHandshake from '@tabler/icons-react/dist/esm/icons/IconHeartHandshake.mjs';
import IconMessageCirclePlus from '@tabler/icons-react/dist/esm/icons/IconMessageCirclePlus.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconSunHigh from '@tabler/icons-react/dist/esm/icons/IconSunHigh.mjs';
import IconUserCircle from '@tabler/icons-react/dist/esm/icons/IconUserCircle.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useMe } from '../lib/me.ts';
import { useExchangesPath } from './exchanges.tsx';
import { useAskPath } from './my-clubs.ts';
import classes from './phone-bar.module.css';

const Entry = ({ to, icon, end, children }: { to: string; icon: ReactNode; end?: boolean; children: string }) => (
  <NavLink to={to} end={end ?? false} className={classes.entry}>
    {icon}
    {children}
  </NavLink>
);

/** The five places within reach of a thumb. */
export const PhoneBar = () => {
  const me = useMe();
  const askPath = useAskPath();
  const exchanges = useExchangesPath();
  const icon = { size: 22, stroke: 1.7, 'aria-hidden': true } as const;
  return (
    <nav className={classes.bar} aria-label="Navigation principale" data-print="hidden">
      <Entry to="/" end icon={<IconSunHigh {...icon} />}>
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
        <Entry to={exchanges} icon={<IconHeartHandshake {...icon} />}>
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
