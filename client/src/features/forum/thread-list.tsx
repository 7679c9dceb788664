import { clubRoom } from '@beffroi/shared/core/rooms';
import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import { THREAD_KINDS_LABEL, THREAD_STATUS_LABEL } from '@beffroi/shared/features/forum/forum.vocabulary';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { problemOf } from '../../lib/api.ts';
import { useSocketEvent, useWatch } from '../../lib/socket.ts';
import { ListCard } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { threadListOptions } from './forum.api.ts';
import { PinnedThreads, usePinned } from './pinned-threads.tsx';
import type { ThreadFilters } from './thread-filters.ts';
import classes from './thread-list.module.css';
import { ThreadRow } from './thread-row.tsx';
import { useListNews } from './use-list-news.ts';

interface ThreadListProps {
  slug: string;
  filters: ThreadFilters;
  /** What stands where the club has none, of that kind or at all. */
  empty: ReactNode;
}

function Emptiness({ filters: { status, tag }, children }: { filters: ThreadFilters; children: ReactNode }) {
  if (tag)
    return (
      <EmptyState
        title="Aucun sujet sous cette étiquette"
        text="Choisissez «&nbsp;Toutes les étiquettes&nbsp;» pour revoir les autres sujets du club."
      />
    );
  if (!status) return children;
  return (
    <EmptyState
      title={`Aucune question ${THREAD_STATUS_LABEL[status].toLowerCase()}`}
      text="Choisissez «&nbsp;Toutes&nbsp;» pour revoir les autres questions du club."
    />
  );
}

/** A club's threads; what happens meanwhile is said above the list, which never moves under the reader's eyes. */
export function ThreadList({ slug, filters, empty }: ThreadListProps) {
  const query = useInfiniteQuery(threadListOptions(slug, filters));
  const news = useListNews(slug, filters);
  const list = useRef<HTMLDivElement>(null);
  useWatch(clubRoom(slug), news.look);
  useSocketEvent('thread.created', (event) => event.clubSlug === slug && news.lookSoon());
  useSocketEvent('attention.changed', news.lookSoon);
  useSocketEvent('thread.updated', (event) => event.clubSlug === slug && news.lookSoon());
  useSocketEvent('thread.moved', (event) => event.clubSlug === slug && news.lookSoon());
  useSocketEvent('reply.created', (event) => event.clubSlug === slug && news.lookSoon());

  const whole = !filters.kind && !filters.status && !filters.tag;
  const { pinned, known } = usePinned(slug, whole);

  if (query.isPending || !known) return <ListSkeleton rows={8} mark={false} />;
  if (query.isError && !query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const onTop = new Set(pinned.map(({ id }) => id));
  const listed = query.data.pages.flatMap((page): ThreadItem[] => page.items);
  const threads = listed.filter(({ id }) => !onTop.has(id));
  const showNews = () => {
    news.show();
    list.current?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div ref={list} tabIndex={-1} className={classes.list}>
      <div role="status" className={classes.news} data-print="hidden">
        {news.count > 0 && (
          <Button variant="filled" radius="xl" size="compact-md" onClick={showNews}>
            {news.label}
          </Button>
        )}
      </div>
      {/* What the list knows of one, its unread replies among it, is the fresher. */}
      <PinnedThreads threads={pinned.map((thread) => listed.find(({ id }) => id === thread.id) ?? thread)} />
      {threads.length === 0 && pinned.length > 0 ? null : threads.length === 0 ? (
        <Emptiness filters={filters}>{empty}</Emptiness>
      ) : (
        <ListCard label={filters.kind ? THREAD_KINDS_LABEL[filters.kind] : 'Sujets'}>
          {threads.map((thread) => (
            <ThreadRow key={thread.id} thread={thread} fresh={news.shown.has(thread.id)} />
          ))}
        </ListCard>
      )}
      <LoadMore query={query} />
    </div>
  );
}
