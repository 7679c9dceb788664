import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { SearchHit } from '@beffroi/shared/features/search/search.contract';
import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, type client, problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { askPath } from '../../lib/paths.ts';
import { ListCard } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Section } from '../../ui/section.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import classes from './search.module.css';
import { SearchRow } from './search-row.tsx';

const Hits = ({ hits, clubs, label }: { hits: readonly SearchHit[]; clubs: readonly ClubCard[]; label: string }) => (
  <ListCard label={label}>
    {hits.map((hit) => (
      <SearchRow key={`${hit.kind}-${hit.id}`} hit={hit} club={clubs.find(({ slug }) => slug === hit.clubSlug)} />
    ))}
  </ListCard>
);

/** What the search page says when nothing holds the words. */
export const NothingFound = ({ q, filtered, mayAsk }: { q: string; filtered: boolean; mayAsk: boolean }) => (
  <EmptyState
    title={`Rien ne réunit ces mots\u00a0: «\u00a0${q}\u00a0»`}
    text={
      filtered
        ? 'Retirez un filtre, ou essayez avec moins de mots.'
        : 'Essayez avec moins de mots. Ou posez la question\u00a0: quelqu’un l’a sans doute déjà résolue.'
    }
    action={
      mayAsk && (
        <Button component={Link} to={askPath({ title: q })} variant="filled">
          Poser la question
        </Button>
      )
    }
  />
);

type Asked = Omit<Parameters<typeof client.search.search>[0], 'cursor'>;

interface SearchResultsProps {
  input: Asked;
  /** Something was found beside what clubs hold, and is shown already. */
  elsewhere?: boolean;
  clubs: readonly ClubCard[];
  /** Shown when nothing is found. */
  empty: ReactNode;
}

/** What was found, then apart what is only close to it. */
export const SearchResults = ({ input, elsewhere = false, clubs, empty }: SearchResultsProps) => {
  const search = useInfiniteQuery(
    api.search.search.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...input, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  if (search.isPending) return <ListSkeleton rows={6} />;
  if (search.isError) return <ErrorState problem={problemOf(search.error)} retry={() => void search.refetch()} />;
  const [first] = search.data.pages;
  const hits = search.data.pages.flatMap((page) => page.items);
  const total = first?.total ?? 0;
  const related = first?.related ?? [];
  const said = first?.totalCapped ? `Plus de ${plural(total, 'résultat', 'résultats')}` : plural(total, 'résultat', 'résultats');
  return (
    <div className={classes.results} data-stale={search.isPlaceholderData || undefined}>
      <div role="status">
        <h2 className={classes.total}>
          {total === 0 ? 'Aucun résultat' : said}
          {elsewhere && ' dans les clubs'}
        </h2>
      </div>
      {hits.length > 0 && <Hits hits={hits} clubs={clubs} label="Résultats" />}
      {hits.length === 0 && !elsewhere && empty}
      <LoadMore query={search} manual={related.length > 0} />
      {related.length > 0 && (
        <div className={classes.related}>
          <Section title="Résultats proches" note="Ils contiennent une partie de vos mots">
            <Hits hits={related} clubs={clubs} label="Résultats proches" />
          </Section>
        </div>
      )}
    </div>
  );
};
