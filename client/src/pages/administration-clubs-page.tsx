import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { AdministeredClubs } from '../features/administration/administered-clubs.tsx';
import { api, problemOf } from '../lib/api.ts';
import { useMe } from '../lib/me.ts';
import { NEW_CLUB_PATH } from '../lib/paths.ts';
import { Section } from '../ui/section.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { AdministrationFrame } from './administration-frame.tsx';

/** Every club of the territory: who animates it, and the way to its card. */
export function AdministrationClubsPage() {
  const me = useMe();
  const query = useQuery(api.administration.clubs.queryOptions({ enabled: me.administrator }));
  const open = query.data?.items.filter(({ archivedAt }) => !archivedAt) ?? [];
  const archived = query.data?.items.filter(({ archivedAt }) => archivedAt) ?? [];
  return (
    <AdministrationFrame title="Clubs du territoire" text="Vous ouvrez et archivez les clubs, et nommez ceux qui les animent.">
      {query.isPending && <ListSkeleton rows={8} />}
      {query.isError && !query.data && <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {query.data && (
        <Section
          title="Clubs ouverts"
          action={
            <Button component={Link} to={NEW_CLUB_PATH} variant="filled">
              Créer un club
            </Button>
          }
        >
          {open.length > 0 ? <AdministeredClubs label="Clubs ouverts" clubs={open} /> : <p>Aucun club encore.</p>}
        </Section>
      )}
      {archived.length > 0 && (
        <Section title="Clubs archivés">
          <AdministeredClubs label="Clubs archivés" clubs={archived} />
        </Section>
      )}
    </AdministrationFrame>
  );
}
