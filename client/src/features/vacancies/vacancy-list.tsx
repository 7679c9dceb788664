import type { VacancyItem } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../../lib/api.ts';
import { ListCard } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { VacancyRow } from './vacancy-row.tsx';

interface VacancyListProps {
  query: UseInfiniteQueryResult<{ pages: { items: VacancyItem[] }[] }>;
  /** Shown when there is none. */
  empty: ReactNode;
}

/** The vacancies a query gives, page after page. */
export function VacancyList({ query, empty }: VacancyListProps) {
  if (query.isPending) return <ListSkeleton rows={6} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const vacancies = query.data.pages.flatMap((page) => page.items);
  if (!vacancies.length) return empty;
  return (
    <>
      <ListCard label="Offres d’emploi">
        {vacancies.map((vacancy) => (
          <VacancyRow key={vacancy.id} vacancy={vacancy} />
        ))}
      </ListCard>
      <LoadMore query={query} manual />
    </>
  );
}
