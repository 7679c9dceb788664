import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { threadRoom } from '@beffroi/shared/core/rooms';
import { z } from 'zod';
import { inBackground } from '../../platform/logger.ts';
import type { RealtimeSocket } from '../../realtime/realtime-feature.ts';
import { personRef } from '../accounts/accounts.queries.ts';

const payload = z.object({ threadId: z.string().max(64), typing: z.boolean() });
/** However fast one starts and stops, readers are told this often at most, and last of how it stands. */
const AT_MOST_EVERY_MS = 1_000;

/** « … écrit une réponse »: told to the thread's other readers by one who reads it herself. */
export const relayTyping = (socket: RealtimeSocket): void => {
  let person: Promise<PersonRef> | undefined;
  let quietUntil = 0;
  let next: z.infer<typeof payload> | undefined;

  const tell = (): void => {
    if (!next || !socket.rooms.has(threadRoom(next.threadId))) return;
    const { threadId, typing } = next;
    next = undefined;
    quietUntil = Date.now() + AT_MOST_EVERY_MS;
    person ??= personRef(socket.data.actor.personId);
    const known = person;
    inBackground('typing', async () => socket.to(threadRoom(threadId)).emit('thread.typing', { threadId, person: await known, typing }));
  };

  socket.on('typing', (input) => {
    const parsed = payload.safeParse(input);
    if (!parsed.success) return;
    const waiting = next !== undefined;
    next = parsed.data;
    const wait = quietUntil - Date.now();
    if (wait <= 0) tell();
    else if (!waiting) setTimeout(tell, wait).unref();
  });
};
