import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import { useQuery } from '@tanstack/react-query';
import { ClubRow } from '../features/clubs/club-row.tsx';
import { mineFirst } from '../features/clubs/clubs.api.ts';
import { api, problemOf } from '../lib/api.ts';
import { ListCard } from '../ui/list-card.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';

function Part({ title, clubs }: { title: string; clubs: ClubCard[] }) {
  if (!clubs.length) return null;
  return (
    <Section title={title}>
      <ListCard>
        {clubs.map((club) => (
          <ClubRow key={club.id} club={club} />
        ))}
      </ListCard>
    </Section>
  );
}

/** Every club one may know of, one's own first. */
export function ClubsPage() {
  const query = useQuery(api.clubs.list.queryOptions());
  const clubs = mineFirst(query.data?.items ?? []);
  return (
    <Page title="Clubs" lead="Un club par métier&nbsp;: on y demande, on y répond, on y garde ce qui a servi.">
      {query.isPending && <ListSkeleton rows={9} />}
      {query.isError && !query.data && <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      <Part title="Mes clubs" clubs={clubs.mine} />
      <Part title={clubs.mine.length ? 'Autres clubs' : 'Tous les clubs'} clubs={clubs.others} />
      {query.data?.items.length === 0 && (
        <EmptyState title="Aucun club ne vous est ouvert" text="Le référent de votre commune peut vous y faire entrer." />
      )}
    </Page>
  );
}
