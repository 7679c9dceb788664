import { isAgent } from '@beffroi/shared/core/actor';
import { VACANCIES_ROOM } from '@beffroi/shared/core/rooms';
import { subscribe } from '../../platform/events.ts';
import type { RealtimeFeature } from '../../realtime/realtime-feature.ts';

/** Vacancies are watched by agents; of a draft, which is its HR's alone, nobody hears. */
export const vacanciesRealtime: RealtimeFeature = {
  mayWatch: { vacancies: async (actor) => isAgent(actor) },
  subscribe(io) {
    subscribe('vacancies.vacancy.changed', ({ vacancyId: id, version, state, created }) => {
      if (state !== 'draft') io.to(VACANCIES_ROOM).emit(created ? 'vacancy.created' : 'vacancy.updated', { id, version });
    });
  },
};
