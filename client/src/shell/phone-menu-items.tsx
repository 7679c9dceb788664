import { ofPlace } from '@beffroi/shared/core/french-of';
import type { Me } from '@beffroi/shared/features/accounts/accounts.contract';
import { Menu } from '@mantine/core';
import IconAddressBook from '@tabler/icons-react/dist/esm/icons/IconAddressBook.mjs';
import IconBookmark from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconInbox from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { BOOKMARKS_PATH, CATCH_UP_PATH, communeAgentsPath, LIBRARY_PATH } from '../lib/paths.ts';

const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const;

const Place = ({ to, mark, children }: { to: string; mark: ReactNode; children: ReactNode }) => (
  <Menu.Item component={Link} to={to} leftSection={mark}>
    {children}
  </Menu.Item>
);

/** What the side bar leads to and the bar of five has no room for. */
export const PhoneMenuItems = ({ me: { abilities, clubs, communes } }: { me: Me }) => (
  <>
    <Place to={CATCH_UP_PATH} mark={<IconInbox {...icon} />}>
      À rattraper
    </Place>
    <Place to={BOOKMARKS_PATH} mark={<IconBookmark {...icon} />}>
      Signets
    </Place>
    {(abilities['directory.read'] || clubs.length > 0) && (
      <Place to={LIBRARY_PATH} mark={<IconFileText {...icon} />}>
        Modèles
      </Place>
    )}
    {abilities['directory.read'] && (
      <Place to="/annuaire" mark={<IconAddressBook {...icon} />}>
        Annuaire
      </Place>
    )}
    {communes
      .filter((commune) => commune.abilities['agents.manage'])
      .map(({ slug, name }) => (
        <Place key={slug} to={communeAgentsPath(slug)} mark={<IconUserPlus {...icon} />}>
          Agents {ofPlace(name)}
        </Place>
      ))}
  </>
);
