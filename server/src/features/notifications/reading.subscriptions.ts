import { subscribe } from '../../platform/events.ts';
import { seenAmong } from '../attention/seen-posts.queries.ts';
import { readThese } from './commands/mark-read.ts';
import { NotificationModel, type NotificationRecord } from './notification.model.ts';

/** As many as a clearing reads at once; few wait. */
const WAITING_MAX = 1_000;

/** What was seen of a thread waits here no more, and its next mail may leave. */
const readSeen = async ({ personId, threadId }: { personId: string; threadId?: string }): Promise<void> => {
  const waiting = await NotificationModel.find(
    { personId, unread: true, threadId: threadId ?? { $ne: null } },
    { threadId: 1, clubId: 1, replyNumber: 1, at: 1 },
  )
    .limit(WAITING_MAX)
    .lean<NotificationRecord[]>();
  const posts = waiting.flatMap(({ _id, threadId: thread, clubId, replyNumber, at }) =>
    thread && clubId ? [{ _id, threadId: thread, clubId, number: replyNumber ?? 0, at }] : [],
  );
  if (posts.length === 0) return;
  const seen = await seenAmong(personId, posts);
  if (seen.length > 0) await readThese(personId, { _id: { $in: seen.map(({ _id }) => _id) } });
};

/** Hears what was read elsewhere: one thread, or all that was cleared. */
export const subscribeReading = (): void => {
  subscribe('attention.thread.read', readSeen);
  subscribe('attention.changed', readSeen);
};
