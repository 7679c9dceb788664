import { templateRoom } from '@beffroi/shared/core/rooms';
import { subscribe } from '../../platform/events.ts';
import type { RealtimeFeature } from '../../realtime/realtime-feature.ts';

/** Domain event -> room -> typed event. Who may be in the room of a model is the models' own rule. */
export const commentsRealtime: RealtimeFeature = {
  subscribe(io) {
    subscribe('comments.thread.changed', ({ threadId: id, templateId }) => {
      io.to(templateRoom(templateId)).emit('comment.changed', { id, templateId });
    });
  },
};
