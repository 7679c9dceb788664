import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { problemOf } from '../../lib/api.ts';
import { ListCard } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { NotificationRow } from './notification-row.tsx';
import { groupByThread, notificationsOptions, useMarkRead } from './notifications.api.ts';

interface NotificationListProps {
  /** Shows that many lines only, without going on. */
  first?: number;
  onOpen?: () => void;
}

/** What one was told, the latest first, replies of one thread together. */
export function NotificationList({ first, onOpen }: NotificationListProps) {
  const query = useInfiniteQuery(notificationsOptions);
  const { mutate } = useMarkRead();
  const groups = useMemo(() => groupByThread(query.data?.pages.flatMap((page) => page.items) ?? []), [query.data]);
  if (query.isPending) return <ListSkeleton rows={first ?? 8} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  if (groups.length === 0)
    return (
      <EmptyState
        title="Rien de nouveau pour vous"
        text="Une réponse à votre question, un collègue qui vous mentionne, un sujet ouvert dans un de vos clubs&nbsp;: vous le lirez ici."
      />
    );
  return (
    <>
      <ListCard label="Notifications">
        {groups.slice(0, first).map((group) => (
          <NotificationRow
            key={group.latest.id}
            group={group}
            onRead={(ids) => mutate({ ids: ids.slice(0, 100) })}
            {...(onOpen && { onOpen })}
          />
        ))}
      </ListCard>
      {first === undefined && <LoadMore query={query} />}
    </>
  );
}
