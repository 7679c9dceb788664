import type { TemplateItem } from '@beffroi/shared/features/templates/templates.contract';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../../lib/api.ts';
import { ListCard } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { TemplateRow } from './template-row.tsx';

interface TemplateListProps {
  query: UseInfiniteQueryResult<{ pages: { items: TemplateItem[] }[] }>;
  /** Shown when there is none. */
  empty: ReactNode;
  withClub?: boolean;
}

/** The models a query gives, page after page. */
export function TemplateList({ query, empty, withClub = false }: TemplateListProps) {
  if (query.isPending) return <ListSkeleton rows={6} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const templates = query.data.pages.flatMap((page) => page.items);
  if (!templates.length) return empty;
  return (
    <>
      <ListCard label="Modèles">
        {templates.map((template) => (
          <TemplateRow key={template.id} template={template} withClub={withClub} />
        ))}
      </ListCard>
      <LoadMore query={query} />
    </>
  );
}
