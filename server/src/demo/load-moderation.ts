import type { Actor } from '@beffroi/shared/core/actor';
import { closeThread } from '../features/forum/commands/close-thread.ts';
import { markDuplicate } from '../features/forum/commands/mark-duplicate.ts';
import { pinThread } from '../features/forum/commands/pin-thread.ts';
import { reportReply } from '../features/moderation/commands/report-post.ts';
import { atInstant } from '../platform/clock.ts';
import type { Cast } from './cast.ts';
import { type DemoAct, demoModeration } from './content.ts';
import { replyIdOf, threadIdOf } from './load-threads.ts';
import { writtenAt } from './office-hours.ts';

const DAY_MS = 86_400_000;

/** Does it as that person, at that time. */
export const actThen = (cast: Cast, { by, daysAgo }: DemoAct, act: (actor: Actor) => Promise<unknown>): Promise<unknown> =>
  atInstant(writtenAt(Date.now() - daysAgo * DAY_MS), () => act(cast.actorOf(by)));

/** What pilots did, and what waits for them. Each command done again changes nothing. */
export const loadModeration = async (cast: Cast): Promise<void> => {
  const idOf = (title: string) => threadIdOf(cast, title);
  const { pinned, closed, duplicates, reports } = demoModeration;
  for (const pin of pinned) await actThen(cast, pin, async (pilot) => pinThread(pilot, await idOf(pin.thread)));
  for (const { thread, reason, ...act } of closed)
    await actThen(cast, act, async (pilot) => closeThread(pilot, { id: await idOf(thread), reason }));
  for (const { thread, of, ...act } of duplicates)
    await actThen(cast, act, async (pilot) => markDuplicate(pilot, { id: await idOf(thread), of: await idOf(of) }));
  for (const { thread, reply, reason, text, ...act } of reports)
    await actThen(cast, act, async (reader) => reportReply(reader, { id: await replyIdOf(cast, thread, reply), reason, text }));
};
