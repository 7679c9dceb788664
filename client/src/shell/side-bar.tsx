import { ofPlace } from '@beffroi/shared/core/french-of';
import IconAddressBook from '@tabler/icons-react/dist/esm/icons/IconAddressBook.mjs';
import IconBookmark from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import IconLayoutGrid from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconSunHigh from '@tabler/icons-react/dist/esm/icons/IconSunHigh.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { Link } from 'react-router';
import { useUnread } from '../features/attention/attention.api.ts';
import { useMe } from '../lib/me.ts';
import { ADMINISTRATION_PATH, BOOKMARKS_PATH, CATCH_UP_PATH, communeAgentsPath, LIBRARY_PATH } from '../lib/paths.ts';
import { Belfry } from '../ui/belfry.tsx';
import { ClubMark } from '../ui/club-mark.tsx';
import { Exchanges } from './exchanges.tsx';
import { useClubs } from './my-clubs.ts';
import classes from './side-bar.module.css';
import { Entry } from './side-entry.tsx';

/** As many grey lines as a person has clubs on average, so that what follows stays in place. */
const ClubsOnTheirWay = () => [1, 2, 3].map((line) => <li key={line} className={classes.waiting} aria-hidden="true" />);

/** The places of the territory: what one belongs to first. */
export const SideBar = () => {
  const me = useMe();
  const { mine } = useClubs();
  const unread = useUnread();
  return (
    <nav className={classes.side} aria-label="Navigation principale" data-print="hidden">
      <Link to="/" className={classes.logo}>
        <Belfry height={30} />
        <span>Beffroi</span>
      </Link>
      <ul className={classes.list}>
        <Entry to="/" end icon={<IconSunHigh size={19} stroke={1.7} aria-hidden />}>
          Aujourd’hui
        </Entry>
        <Entry to={CATCH_UP_PATH} icon={<IconInbox size={19} stroke={1.7} aria-hidden />} unread={unread.total}>
          À rattraper
        </Entry>
        <Entry to={BOOKMARKS_PATH} icon={<IconBookmark size={19} stroke={1.7} aria-hidden />}>
          Signets
        </Entry>
        {(me.abilities['directory.read'] || Boolean(mine?.length)) && (
          <Entry to={LIBRARY_PATH} icon={<IconFileText size={19} stroke={1.7} aria-hidden />}>
            Modèles
          </Entry>
        )}
      </ul>
      <p className={classes.heading} id="side-clubs">
        Mes clubs
      </p>
      <ul className={classes.list} aria-labelledby="side-clubs">
        {mine ? null : <ClubsOnTheirWay />}
        {mine?.map((club) => (
          <Entry
            key={club.slug}
            to={`/clubs/${club.slug}`}
            icon={<ClubMark mark={club.mark} hue={club.hue} size={20} />}
            unread={unread.inClub(club.slug)}
          >
            {club.name}
          </Entry>
        ))}
        <Entry to="/clubs" end icon={<IconLayoutGrid size={19} stroke={1.7} aria-hidden />}>
          Tous les clubs
        </Entry>
      </ul>
      <Exchanges />
      {me.abilities['directory.read'] && (
        <>
          <p className={classes.heading} id="side-territory">
            Territoire
          </p>
          <ul className={classes.list} aria-labelledby="side-territory">
            <Entry to="/annuaire" icon={<IconAddressBook size={19} stroke={1.7} aria-hidden />}>
              Annuaire
            </Entry>
            {me.communes
              .filter(({ abilities }) => abilities['agents.manage'])
              .map(({ slug, name }) => (
                <Entry key={slug} to={communeAgentsPath(slug)} icon={<IconUserPlus size={19} stroke={1.7} aria-hidden />}>
                  Agents {ofPlace(name)}
                </Entry>
              ))}
            {me.administrator && (
              <Entry to={ADMINISTRATION_PATH} icon={<IconSettings size={19} stroke={1.7} aria-hidden />}>
                Administration
              </Entry>
            )}
          </ul>
        </>
      )}
    </nav>
  );
};
