import { poolRoom } from '@beffroi/shared/core/rooms';
import { canReadPool } from '@beffroi/shared/features/substitutes/substitutes.policy';
import { subscribe } from '../../platform/events.ts';
import { objectId } from '../../platform/object-id.ts';
import type { RealtimeFeature } from '../../realtime/realtime-feature.ts';
import { allCommunes } from '../directory/territory.queries.ts';
import { SubstituteModel, type SubstituteRecord } from './substitute.model.ts';

/** An agent is met in her own commune’s pool; somebody from outside, in every commune’s. */
const roomsOf = async (personId: string) => {
  const found = await SubstituteModel.findById(objectId(personId), { employer: 1 }).lean<Pick<SubstituteRecord, 'employer'>>();
  if (found?.employer) return [poolRoom(found.employer)];
  return allCommunes().map(({ slug }) => poolRoom(slug));
};

/** A commune’s pool is watched by those who may read it. */
export const substitutesRealtime: RealtimeFeature = {
  mayWatch: { pool: async (actor, slug) => canReadPool(actor, slug) && allCommunes().some((commune) => commune.slug === slug) },
  subscribe(io) {
    const tell = async ({ personId }: { personId: string }) => {
      io.to(await roomsOf(personId)).emit('pool.changed');
    };
    subscribe('substitutes.substitute.changed', tell);
    subscribe('substitutes.availability.changed', tell);
  },
};
