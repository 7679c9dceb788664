import type { Notification } from '@beffroi/shared/features/notifications/notifications.contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, client } from '../../lib/api.ts';

export const notificationsOptions = api.notifications.list.infiniteOptions({
  input: (cursor: string | undefined) => ({ cursor }),
  initialPageParam: undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

/** What waits to be read; told anew by the live events. */
export const unreadOptions = () => api.notifications.unread.queryOptions({ staleTime: 5 * 60_000 });

type Which = Parameters<typeof client.notifications.read>[0];

/** Marks some as read, here at once and on the person's other devices by the server. */
export const useMarkRead = () => {
  const cache = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (which: Which) => client.notifications.read(which),
    onSuccess: (unread) => {
      cache.setQueryData(unreadOptions().queryKey, unread);
      return cache.invalidateQueries({ queryKey: api.notifications.list.key() });
    },
  });
};

/** Opening a thread or a model reads what one was told of it, and so does staying on it while more is told. */
export const useReadOnOpening = (opened: { threadId: string } | { templateId: string }): void => {
  const { data } = useQuery(unreadOptions());
  const { mutate, isPending } = useMarkRead();
  const [kind, id] = 'threadId' in opened ? (['threadId', opened.threadId] as const) : (['templateId', opened.templateId] as const);
  const waits = Boolean((kind === 'threadId' ? data?.threadIds : data?.templateIds)?.includes(id));
  useEffect(() => {
    if (!waits || isPending) return;
    const read = () => {
      if (document.visibilityState === 'visible') mutate({ [kind]: id });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [waits, isPending, mutate, kind, id]);
};

/** Told together: replies of one thread that are read, or not, alike. */
export interface NotificationGroup {
  latest: Notification;
  all: Notification[];
}

/** Replies of one thread make one line, where the latest of them stands. */
export const groupByThread = (notifications: readonly Notification[]): NotificationGroup[] => {
  const groups = new Map<string, NotificationGroup>();
  for (const told of notifications) {
    const key = told.kind === 'reply' && told.thread ? `${told.thread.id}:${told.read}` : told.id;
    const group = groups.get(key);
    if (group) group.all.push(told);
    else groups.set(key, { latest: told, all: [told] });
  }
  return [...groups.values()];
};
