import type { Commune } from '@beffroi/shared/features/directory/directory.contract';
import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CommuneList, communeFacts } from '../features/directory/commune-list.tsx';
import { DirectoryFilters } from '../features/directory/directory-filters.tsx';
import { PersonRow } from '../features/directory/person-row.tsx';
import { api, problemOf } from '../lib/api.ts';
import { useCommunes } from '../lib/communes.ts';
import { useMe } from '../lib/me.ts';
import { communeAgentsPath } from '../lib/paths.ts';
import { useAddressFilters } from '../lib/use-address-filters.ts';
import { ListCard } from '../ui/list-card.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';

const FILTERS = ['q', 'commune', 'club'] as const;

const usePeople = ({ q, commune, club }: Record<(typeof FILTERS)[number], string>) =>
  useInfiniteQuery(
    api.directory.people.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, ...(q && { q }), ...(commune && { commune }), ...(club && { club }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );

/** « 35 et leur intercommunalité ». */
const communeCount = (communes: readonly Commune[]): string => {
  const count = communes.filter(({ kind }) => kind === 'commune').length;
  return communes.length > count ? `${count} et leur intercommunalité` : `${count}`;
};

const NobodyFound = ({ filtered, onClear }: { filtered: boolean; onClear: () => void }) =>
  filtered ? (
    <EmptyState
      title="Personne ne correspond"
      text="Essayez un autre mot, par exemple un métier («&nbsp;état civil&nbsp;») plutôt qu’un nom, ou retirez un filtre."
      action={<Button onClick={onClear}>Retirer les filtres</Button>}
    />
  ) : (
    <EmptyState
      title="Personne à montrer"
      text="Vous verrez ici les personnes des clubs qui vous sont ouverts. Aucun ne l’est pour l’instant."
    />
  );

export const DirectoryPage = () => {
  const { administrator, abilities } = useMe();
  const agent = abilities['directory.read'];
  const [filters, setFilters] = useAddressFilters(FILTERS);
  const communes = useCommunes();
  const clubs = useQuery(api.clubs.list.queryOptions()).data?.items ?? [];
  const people = usePeople(filters);
  const found = people.data?.pages.flatMap((page) => page.items);
  const commune = communes.find(({ slug }) => slug === filters.commune);
  const filtered = Boolean(filters.q || filters.commune || filters.club);
  return (
    <Page
      title="Annuaire"
      lead={agent ? 'Qui fait quoi dans quelle commune, et à qui demander.' : 'Les personnes des clubs qui vous sont ouverts.'}
      aside={
        agent && (
          <Section title="Communes" note={communes.length > 0 ? communeCount(communes) : undefined}>
            <CommuneList communes={communes} selected={filters.commune} onSelect={(slug) => setFilters({ commune: slug })} />
          </Section>
        )
      }
    >
      <DirectoryFilters values={filters} onChange={setFilters} communes={communes} clubs={clubs} />
      <Section
        title={commune?.name ?? 'Personnes'}
        note={commune && communeFacts(commune)}
        action={administrator && commune && <Link to={communeAgentsPath(commune.slug)}>Inviter et suivre ses agents</Link>}
      >
        {people.isError && <ErrorState problem={problemOf(people.error)} retry={() => void people.refetch()} />}
        {people.isPending && <ListSkeleton rows={8} />}
        {found && found.length > 0 && (
          <ListCard label="Personnes">
            {found.map((person) => (
              <PersonRow key={person.id} person={person} clubs={clubs} />
            ))}
          </ListCard>
        )}
        {found?.length === 0 && <NobodyFound filtered={filtered} onClear={() => setFilters({ q: null, commune: null, club: null })} />}
        <LoadMore query={people} manual />
      </Section>
    </Page>
  );
};
