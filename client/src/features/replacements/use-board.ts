import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { plural } from '../../lib/french-text.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { nextOrder, type ShownOrder } from './board-order.ts';
import { type BoardFilters, boardOptions } from './replacements.api.ts';

/** As many pages are read at once: a week is rarely longer, and it is one list. */
const AT_ONCE = 3;
const NONE: NeedItem[] = [];
const START: ShownOrder = { key: '', pages: 0, ids: [], fresh: [] };

/** The needs of a week in an order that keeps still, and what came while one was looking. */
export const useBoard = (filters: BoardFilters) => {
  const query = useInfiniteQuery({ ...boardOptions(filters), placeholderData: keepPreviousData });
  const { data, hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = query;
  const pages = data?.pages.length ?? 0;
  const gathering = hasNextPage && pages < AT_ONCE && !query.isFetchNextPageError;
  useEffect(() => {
    if (gathering && !isPlaceholderData && !isFetchingNextPage) void fetchNextPage();
  }, [gathering, isPlaceholderData, isFetchingNextPage, fetchNextPage]);

  const items = useMemo(() => data?.pages.flatMap((page): NeedItem[] => page.items) ?? NONE, [data]);
  const key = JSON.stringify(filters);
  const [order, setOrder] = useState(START);
  const settled = data !== undefined && !isPlaceholderData && !gathering;
  const next = settled ? nextOrder(order, key, pages, items) : order;
  if (next !== order) setOrder(next);

  const announce = useAnnounce();
  const came = next.fresh.length;
  useEffect(() => {
    if (came > 0) announce(`${plural(came, 'nouveau besoin', 'nouveaux besoins')} sur le tableau.`);
  }, [came, announce]);

  const needs = useMemo(() => {
    const byId = new Map(items.map((item) => [item.id, item]));
    const ordered = next.ids.flatMap((id) => byId.get(id) ?? []);
    return ordered.length > 0 ? ordered : items;
  }, [items, next.ids]);
  return {
    query,
    needs,
    fresh: new Set(next.fresh),
    changing: isPlaceholderData,
    /** Puts what came where it belongs. */
    tidy: () => setOrder(START),
  };
};
