import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import type { ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { threadListOptions } from './forum.api.ts';

/** A burst of events is one reading of the list's first page. */
const GATHER_MS = 600;

interface FirstPage {
  items: ThreadItem[];
  nextCursor: string | null;
}

/**
 * Follows the first page of a list without moving it: rows already shown take their new counts where they stand,
 * new ones are counted until the reader asks for them.
 */
export const useListNews = (slug: string, status: ThreadStatus | undefined) => {
  const cache = useQueryClient();
  const [page, setPage] = useState<{ key: string; first: FirstPage; fresh: string[]; onlyQuestions: boolean } | null>(null);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const key = `${slug} ${status ?? ''}`;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const replaceAll = useCallback(
    (first: FirstPage) => {
      cache.setQueryData(threadListOptions(slug, status).queryKey, { pages: [first], pageParams: [undefined] });
    },
    [cache, slug, status],
  );

  const look = useCallback(async () => {
    const { queryKey } = threadListOptions(slug, status);
    if (!cache.getQueryData(queryKey)) return;
    // Without an answer the list stays as it is; the next event or reconnection looks again.
    const first = await client.forum.list({ slug, status }).catch(() => null);
    const known = cache.getQueryData(queryKey);
    if (!first || !known) return;
    if (known.pages.every(({ items }) => items.length === 0)) {
      setShown(new Set(first.items.map(({ id }) => id)));
      return replaceAll(first);
    }
    const latest = new Map(first.items.map((item) => [item.id, item]));
    const pages = known.pages.map((each) => ({ ...each, items: each.items.map((item) => latest.get(item.id) ?? item) }));
    cache.setQueryData(queryKey, { ...known, pages });
    const ids = new Set(known.pages.flatMap(({ items }) => items.map(({ id }) => id)));
    const newest = known.pages.flatMap(({ items }) => items).reduce((latest, item) => (item.createdAt > latest ? item.createdAt : latest), '');
    const fresh = first.items.filter((item) => !ids.has(item.id));
    setPage({ key, first, fresh: fresh.map(({ id }) => id), onlyQuestions: fresh.every((item) => item.createdAt > newest) });
  }, [cache, slug, status, key, replaceAll]);

  const lookSoon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void look();
    }, GATHER_MS);
  }, [look]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [look],
  );

  const current = page?.key === key ? page : null;
  const show = () => {
    if (!current) return;
    setShown(new Set(current.fresh));
    replaceAll(current.first);
    setPage(null);
  };
  const count = current?.fresh.length ?? 0;
  // An older thread that comes up again from a later page is news too, but no new question.
  const label = current?.onlyQuestions ? plural(count, 'nouvelle question', 'nouvelles questions') : plural(count, 'nouveauté', 'nouveautés');
  return { count, label, shown, show, look: () => void look(), lookSoon };
};
