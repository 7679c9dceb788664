import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { useSocketEvent } from '../../lib/socket.ts';
import { ListCard } from '../../ui/list-card.tsx';
import classes from './pinned-threads.module.css';
import { ThreadRow } from './thread-row.tsx';

/** What is pinned in a club; read beside its list, which waits for both so that nothing moves. */
export const usePinned = (slug: string, enabled: boolean): { pinned: ThreadItem[]; known: boolean } => {
  const query = useQuery(api.forum.pinned.queryOptions({ input: { slug }, enabled, refetchOnWindowFocus: false }));
  useSocketEvent('thread.updated', (event) => {
    if (enabled && event.clubSlug === slug) void query.refetch();
  });
  return { pinned: enabled ? (query.data?.items ?? []) : [], known: !enabled || !query.isPending };
};

/** The few threads on top of a club’s first page. */
export function PinnedThreads({ threads }: { threads: ThreadItem[] }) {
  if (threads.length === 0) return null;
  return (
    <div className={classes.pinned}>
      <p className={classes.caption} aria-hidden="true">
        {threads.length > 1 ? 'Épinglés' : 'Épinglé'}
      </p>
      <ListCard label="Sujets épinglés" edge="blue">
        {threads.map((thread) => (
          <ThreadRow key={thread.id} thread={thread} />
        ))}
      </ListCard>
    </div>
  );
}
