import { tryLimit } from '../platform/wait-after.ts';
import type { RealtimeSocket } from './realtime-feature.ts';

/** Opening pages and typing stay far below; a person's sockets share it. */
const events = tryLimit({ points: 240, duration: 10 });

/** Drops what a person's sockets send beyond what any use of the pages sends. */
export const limitFlood = (socket: RealtimeSocket): void => {
  socket.use((_packet, next) => {
    events.consume(socket.data.actor.personId).then(
      () => next(),
      () => next(new Error('too-many-requests')),
    );
  });
};
