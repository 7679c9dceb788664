import { isAgent } from '@beffroi/shared/core/actor';
import { personRoom, REPLACEMENTS_ROOM } from '@beffroi/shared/core/rooms';
import { subscribe } from '../../platform/events.ts';
import type { RealtimeFeature } from '../../realtime/realtime-feature.ts';

/** The board is watched by agents; who was asked, offered or is booked hears of it in her own room, watching or not. */
export const replacementsRealtime: RealtimeFeature = {
  mayWatch: { replacements: async (actor) => isAgent(actor) },
  subscribe(io) {
    subscribe('replacements.replacement.changed', ({ replacementId: id, version, created, personIds }) => {
      const rooms = [REPLACEMENTS_ROOM, ...personIds.map(personRoom)];
      if (created) io.to(rooms).emit('replacement.created', { id, version });
      // Changed before all that follows its publication was done: those who show it already are to read it again.
      if (!created || version > 1) io.to(rooms).emit('replacement.updated', { id, version });
    });
  },
};
