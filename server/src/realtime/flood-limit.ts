import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RealtimeSocket } from './realtime-feature.ts';

/** Opening pages and typing stay far below; a person's sockets share it. */
const events = new RateLimiterMemory({ points: 240, duration: 10 });

/** Drops what a person's sockets send beyond what any use of the pages sends. */
export const limitFlood = (socket: RealtimeSocket): void => {
  socket.use((_packet, next) => {
    events.consume(socket.data.actor.personId).then(
      () => next(),
      () => next(new Error('too-many-requests')),
    );
  });
};
