import { personRoom } from '@beffroi/shared/core/rooms';
import { subscribe } from '../../platform/events.ts';
import type { RealtimeFeature } from '../../realtime/realtime-feature.ts';

/** Told to the person's own sockets alone: what she reads is nobody else's business. */
export const attentionRealtime: RealtimeFeature = {
  subscribe(io) {
    subscribe('attention.thread.read', ({ personId, threadId, read }) => {
      io.to(personRoom(personId)).emit('attention.changed', { threadId, read });
    });
    subscribe('attention.changed', ({ personId }) => {
      io.to(personRoom(personId)).emit('attention.reset');
    });
  },
};
