import { personRoom } from '@beffroi/shared/core/rooms';
import { subscribe } from '../../platform/events.ts';
import type { RealtimeFeature } from '../../realtime/realtime-feature.ts';

/** To each person's own devices; one emission a page of people, whatever their number. */
export const notificationsRealtime: RealtimeFeature = {
  subscribe(io) {
    subscribe('notifications.delivered', ({ personIds, key }) => {
      io.to(personIds.map(personRoom)).emit('notification.created', { key });
    });
    subscribe('notifications.read', ({ personId }) => {
      io.to(personRoom(personId)).emit('notification.read');
    });
  },
};
