import type { Commune } from '@beffroi/shared/features/directory/directory.contract';
import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CommuneList, communeFacts } from '../features/directory/commune-list.tsx';
import { DirectoryFilters } from '../features/directory/directory-filters.tsx';
import { PersonRow } from '../features/directory/person-row.tsx';
import { api, problemOf } from '../lib/api.ts';
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

export const DirectoryPage = () => {
  const [filters, setFilters] = useAddressFilters(FILTERS);
  const communes = useQuery(api.directory.communes.queryOptions({ staleTime: Number.POSITIVE_INFINITY })).data?.items ?? [];
  const clubs = useQuery(api.clubs.list.queryOptions()).data?.items ?? [];
  const people = usePeople(filters);
  const found = people.data?.pages.flatMap((page) => page.items);
  const commune = communes.find(({ slug }) => slug === filters.commune);
  return (
    <Page
      title="Annuaire"
      lead="Qui fait quoi dans quelle commune, et à qui demander."
      aside={
        <Section title="Communes" note={communes.length > 0 ? communeCount(communes) : undefined}>
          <CommuneList communes={communes} selected={filters.commune} onSelect={(slug) => setFilters({ commune: slug })} />
        </Section>
      }
    >
      <DirectoryFilters values={filters} onChange={setFilters} communes={communes} clubs={clubs} />
      <Section title={commune?.name ?? 'Personnes'} note={commune && communeFacts(commune)}>
        {people.isError && <ErrorState problem={problemOf(people.error)} retry={() => void people.refetch()} />}
        {people.isPending && <ListSkeleton rows={8} />}
        {found && found.length > 0 && (
          <ListCard label="Personnes">
            {found.map((person) => (
              <PersonRow key={person.id} person={person} clubs={clubs} />
            ))}
          </ListCard>
        )}
        {found?.length === 0 && (
          <EmptyState
            title="Personne ne correspond"
            text="Essayez un autre mot, par exemple un métier (« état civil ») plutôt qu’un nom, ou retirez un filtre."
            action={<Button onClick={() => setFilters({ q: null, commune: null, club: null })}>Retirer les filtres</Button>}
          />
        )}
        <LoadMore hasMore={people.hasNextPage} loading={people.isFetchingNextPage} onMore={() => void people.fetchNextPage()} manual />
      </Section>
    </Page>
  );
};
