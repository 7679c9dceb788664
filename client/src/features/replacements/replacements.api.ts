import { addDays } from '@beffroi/shared/core/half-days';
import type { Need, NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import type { NeedState } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { api, type client } from '../../lib/api.ts';

export interface BoardFilters {
  /** The week shown. */
  monday: string;
  metier?: string | undefined;
  commune?: string | undefined;
  /** Kilometres. */
  within?: number | undefined;
  state?: NeedState | undefined;
}

const PAGE = 100;

const weekInput = ({ monday, metier, commune, within }: BoardFilters) => ({
  from: monday,
  to: addDays(monday, 6),
  ...(metier && { metier }),
  ...(commune && { commune }),
  ...(within && { within }),
});

/** The needs of a week, page by page. */
export const boardOptions = (filters: BoardFilters) =>
  api.replacements.list.infiniteOptions({
    input: (cursor: string | undefined) => ({
      ...weekInput(filters),
      ...(filters.state && { state: filters.state }),
      cursor,
      limit: PAGE,
    }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** How many half-days of the week are to fill, offered and filled, whatever the state asked for. */
export const weekSummaryOptions = (filters: BoardFilters) => api.replacements.summary.queryOptions({ input: weekInput(filters) });

export const needOptions = (id: string) => api.replacements.get.queryOptions({ input: { id } });

export const candidatesOptions = (id: string, enabled: boolean) => api.replacements.candidates.queryOptions({ input: { id }, enabled });

type BoardPage = Awaited<ReturnType<typeof client.replacements.list>>;
type Board = InfiniteData<BoardPage, string | undefined>;

const withNeed = (board: Board, need: NeedItem): Board => ({
  ...board,
  pages: board.pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === need.id ? need : item)) })),
});

/** Puts what is newly known of a need where it is shown, without moving anything. */
export const putNeed = (cache: QueryClient, need: Need): void => {
  cache.setQueryData(needOptions(need.id).queryKey, need);
  cache.setQueriesData<Board>({ queryKey: api.replacements.list.key({ type: 'infinite' }) }, (board) => board && withNeed(board, need));
};

/** The version of a need that some board shows; null where none does. */
export const shownVersion = (cache: QueryClient, id: string): number | null => {
  for (const [, board] of cache.getQueriesData<Board>({ queryKey: api.replacements.list.key({ type: 'infinite' }) })) {
    const found = board?.pages.flatMap(({ items }) => items).find((item) => item.id === id);
    if (found) return found.version;
  }
  return null;
};
