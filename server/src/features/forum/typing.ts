import { threadRoom } from '@beffroi/shared/core/rooms';
import { z } from 'zod';
import { inBackground } from '../../platform/logger.ts';
import type { RealtimeSocket } from '../../realtime/realtime-feature.ts';
import { personRef } from '../accounts/accounts.queries.ts';

const payload = z.object({ threadId: z.string().max(64), typing: z.boolean() });
/** However fast one types, readers are told this often at most. */
const AT_MOST_EVERY_MS = 1_000;

/** « … écrit une réponse »: told to the thread's other readers by one who reads it herself. */
export const relayTyping = (socket: RealtimeSocket): void => {
  let told = { at: 0, typing: false };
  socket.on('typing', (input) => {
    const parsed = payload.safeParse(input);
    if (!parsed.success) return;
    const { threadId, typing } = parsed.data;
    const room = threadRoom(threadId);
    if (!socket.rooms.has(room)) return;
    if (typing === told.typing && Date.now() - told.at < AT_MOST_EVERY_MS) return;
    told = { at: Date.now(), typing };
    inBackground('typing', async () => {
      socket.to(room).emit('thread.typing', { threadId, person: await personRef(socket.data.actor.personId), typing });
    });
  });
};
