import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { threadRoom } from '@beffroi/shared/core/rooms';
import { z } from 'zod';
import { inBackground } from '../../platform/logger.ts';
import type { RealtimeSocket } from '../../realtime/realtime-feature.ts';
import { personRef } from '../accounts/accounts.queries.ts';

const payload = z.object({ threadId: z.string().max(64), typing: z.boolean() });
/** However fast one types, starts and stops, readers are told this often at most; the mark lapses by itself. */
const AT_MOST_EVERY_MS = 1_000;

/** « … écrit une réponse »: told to the thread's other readers by one who reads it herself. */
export const relayTyping = (socket: RealtimeSocket): void => {
  let toldAt = 0;
  let person: Promise<PersonRef> | undefined;
  socket.on('typing', (input) => {
    const parsed = payload.safeParse(input);
    if (!parsed.success) return;
    const { threadId, typing } = parsed.data;
    const room = threadRoom(threadId);
    if (!socket.rooms.has(room) || Date.now() - toldAt < AT_MOST_EVERY_MS) return;
    toldAt = Date.now();
    person ??= personRef(socket.data.actor.personId);
    const known = person;
    inBackground('typing', async () => socket.to(room).emit('thread.typing', { threadId, person: await known, typing }));
  });
};
