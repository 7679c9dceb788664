import { type HalfDay, minutesOf, slotEnd, slotStart } from '@beffroi/shared/core/half-days';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { Types } from 'mongoose';
import type { BookingRecord } from '../features/replacements/booking.model.ts';
import { placeInTime } from '../features/replacements/need-slots.ts';
import { needTerms } from '../features/replacements/need-terms.ts';
import type { OfferRecord } from '../features/replacements/offer.model.ts';
import type { ReplacementRecord } from '../features/replacements/replacement.model.ts';
import { type ActRecord, newAct } from '../features/replacements/replacement-act.model.ts';
import type { SolicitationRecord } from '../features/replacements/solicitation.model.ts';
import { groupBy } from '../platform/group-by.ts';
import type { Chance } from './chance.ts';
import type { Filled } from './fill-needs.ts';
import type { ImaginedNeed } from './imagine-needs.ts';
import { writtenAt } from './office-hours.ts';

const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];
const SETTLED_AFTER_MS = 5 * DAY_MS;

/** Everything one need leaves in the store. */
export interface Written {
  need: ReplacementRecord;
  bookings: BookingRecord[];
  offers: OfferRecord[];
  solicitations: SolicitationRecord[];
  acts: ActRecord[];
}

/** Published a few hours or days before the work, and never ahead of the clock. */
const publishedAt = (begins: Date, chance: Chance): Date => {
  const before = chance.pick([3 * HOUR_MS, 14 * HOUR_MS, 26 * HOUR_MS, 3 * DAY_MS, 6 * DAY_MS]);
  return writtenAt(Math.min(begins.getTime() - before, Date.now() - chance.between(9, 90) * MINUTE_MS));
};

const needRecord = (imagined: ImaginedNeed, { told, ...filled }: Filled, by: PersonRef, chance: Chance): ReplacementRecord => {
  const slots = imagined.slots.map(({ fate: _fate, ...slot }) => ({ ...slot, seats: imagined.seats, cancelledAt: null }));
  const time = placeInTime(slots);
  const { commune, place, note } = imagined;
  const metier = imagined.metier.slug;
  return {
    _id: new Types.ObjectId(),
    commune,
    metier,
    diploma: null,
    place,
    urgency: chance.happens(0.3) ? 'high' : 'normal',
    contact: `${by.name}, accueil de la mairie`,
    note,
    found: needTerms({ commune, metier, place, note }),
    slots,
    ...time,
    publishedAt: publishedAt(time.startsAt, chance),
    publishedBy: by,
    cancelledAt: null,
    version: 1 + filled.booked.length + filled.offered.length,
    editedIn: 1,
    waves: told.length > 10 ? 2 : 1,
    told: told.length,
    exhausted: true,
  };
};

const bookingRecords = (need: ReplacementRecord, { booked }: Filled, chance: Chance): BookingRecord[] => {
  const groups = new Map<string, { id: string; size: number }>();
  for (const { by } of booked) {
    const group = groups.get(by.person.id) ?? { id: new Types.ObjectId().toHexString(), size: 0 };
    groups.set(by.person.id, { ...group, size: group.size + 1 });
  }
  const bookedAt = new Date(Math.min(need.publishedAt.getTime() + chance.between(6, 40) * MINUTE_MS, Date.now() - MINUTE_MS));
  return booked.map(({ by, slot, seat }) => {
    const [minutes, endsAt] = [minutesOf(slot), slotEnd(slot)];
    const over = Date.now() - endsAt.getTime();
    const said = (byId: string) => ({ at: new Date(Math.min(endsAt.getTime() + 20 * HOUR_MS, Date.now())), byId, minutes });
    const agreed = over > SETTLED_AFTER_MS ? chance.happens(0.94) : over > 0 && chance.happens(0.4);
    return {
      _id: new Types.ObjectId(),
      replacementId: need._id.toHexString(),
      substituteId: by.person.id,
      ...slot,
      seat,
      startsAt: slotStart(slot),
      endsAt,
      host: need.commune,
      lender: by.employer,
      metier: need.metier,
      place: need.place,
      substitute: by.person,
      minutes,
      agreed,
      byHost: agreed ? said(need.publishedBy.id) : null,
      bySubstitute: agreed || (over > 0 && chance.happens(0.5)) ? said(by.person.id) : null,
      bookedAt,
      bookedBy: need.publishedBy,
      group: groups.get(by.person.id) as { id: string; size: number },
    };
  });
};

const actsOf = (need: ReplacementRecord, bookings: readonly BookingRecord[]): ActRecord[] => {
  const of = (act: Parameters<typeof newAct>[0]): ActRecord => ({ ...newAct(act), replacementId: need._id.toHexString() });
  const byGroup = groupBy(bookings, ({ group }) => group.id);
  return [
    of({ by: need.publishedBy, action: 'published', at: need.publishedAt, slots: need.slots as HalfDay[] }),
    ...[...byGroup.values()].map((group) => {
      const [first] = group as [BookingRecord];
      return of({ by: first.bookedBy, action: 'booked', at: first.bookedAt, slots: group, person: first.substitute });
    }),
  ];
};

/** What a need, filled as it was, would have left in the store. */
export const writeNeed = (imagined: ImaginedNeed, filled: Filled, by: PersonRef, chance: Chance): Written => {
  const need = needRecord(imagined, filled, by, chance);
  const replacementId = need._id.toHexString();
  const at = new Date(Math.min(need.publishedAt.getTime() + chance.between(2, 25) * MINUTE_MS, Date.now() - MINUTE_MS));
  const bookings = bookingRecords(need, filled, chance);
  return {
    need,
    bookings,
    acts: actsOf(need, bookings),
    offers: filled.offered.map(({ by: { person, employer }, slots }) => ({
      _id: new Types.ObjectId(),
      replacementId,
      substituteId: person.id,
      substitute: person,
      lender: employer,
      slots: slots.map(({ date, half }) => ({ date, half })),
      at,
      until: need.endsAt,
    })),
    solicitations: filled.told.map(({ person }, index) => ({
      _id: new Types.ObjectId(),
      replacementId,
      substituteId: person.id,
      wave: index < 10 ? 1 : 2,
      at: need.publishedAt,
      until: need.endsAt,
    })),
  };
};
