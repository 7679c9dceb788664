import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { threadListOptions } from './forum.api.ts';
import { type ListPage, listNews } from './list-news.ts';
import type { ThreadFilters } from './thread-filters.ts';

/** A burst of events is one reading of the list's first page. */
const GATHER_MS = 600;

interface News {
  first: ListPage;
  fresh: string[];
  onlyQuestions: boolean;
}

/**
 * Follows the first page of one list without moving it: rows already shown take their new counts where they stand,
 * new ones are counted until the reader asks for them. Mounted anew for another list.
 */
export const useListNews = (slug: string, filters: ThreadFilters) => {
  const cache = useQueryClient();
  const { queryKey } = threadListOptions(slug, filters);
  const [news, setNews] = useState<News | null>(null);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const replaceAll = ({ first, fresh }: News) => {
    setShown(new Set(fresh));
    setNews(null);
    cache.setQueryData(queryKey, { pages: [first], pageParams: [undefined] });
  };
  const look = async () => {
    if (!cache.getQueryData(queryKey)) return;
    // Without an answer the list stays as it is; the next event or reconnection looks again.
    const first = await client.forum.list({ slug, ...filters }).catch(() => null);
    const known = cache.getQueryData(queryKey);
    if (!first || !known) return;
    const { pages, ...found } = listNews(known.pages, first);
    // An empty list has nothing that could move.
    if (pages.every(({ items }) => items.length === 0)) return replaceAll({ first, ...found });
    cache.setQueryData(queryKey, { ...known, pages });
    setNews({ first, ...found });
  };
  const lookSoon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void look();
    }, GATHER_MS);
  };
  const count = news?.fresh.length ?? 0;
  const label = news?.onlyQuestions ? plural(count, 'nouvelle question', 'nouvelles questions') : plural(count, 'nouveauté', 'nouveautés');
  return { count, label, shown, show: () => news && replaceAll(news), look: () => void look(), lookSoon };
};
