import { Button, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { FicheRow } from '../features/fiches/fiche-row.tsx';
import { filterQuery } from '../features/forum/thread-filters.ts';
import { api, problemOf } from '../lib/api.ts';
import { clubPath } from '../lib/paths.ts';
import { ListCard } from '../ui/list-card.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { ClubFrame } from './club-frame.tsx';

function Fiches({ slug }: { slug: string }) {
  const query = useInfiniteQuery(
    api.fiches.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ slug, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );
  if (query.isPending) return <ListSkeleton rows={5} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const fiches = query.data.pages.flatMap((page) => page.items);
  if (!fiches.length)
    return (
      <EmptyState
        title="Aucune fiche pour l’instant"
        text="Une réponse retenue peut devenir une fiche&nbsp;: le pilote du club, ou qui a répondu, en garde l’essentiel, sourcé, daté et révisé."
        action={
          <Button component={Link} to={`${clubPath(slug)}${filterQuery({ status: 'resolved' })}`}>
            Voir les questions résolues
          </Button>
        }
      />
    );
  return (
    <>
      <ListCard label="Fiches">
        {fiches.map((fiche) => (
          <FicheRow key={fiche.id} fiche={fiche} />
        ))}
      </ListCard>
      <LoadMore query={query} />
    </>
  );
}

/** What a club keeps of its answers. */
export function ClubFichesPage() {
  return (
    <ClubFrame part="Fiches">
      {(club) =>
        club.abilities['club.read'] ? (
          <>
            <VisuallyHidden component="h2">Fiches</VisuallyHidden>
            <Fiches slug={club.slug} />
          </>
        ) : (
          <EmptyState title="Les fiches de ce club sont réservées à ses membres" text="Rejoignez le club pour les lire." />
        )
      }
    </ClubFrame>
  );
}
