import { randomUUID } from 'node:crypto';
import { addDays, type HalfDay, minutesOf, mondayOf, parisDate, slotEnd, slotStart, USUAL_HOURS } from '@beffroi/shared/core/half-days';
import { PersonModel } from '../../server/src/features/accounts/person.model.ts';
import { CommuneModel } from '../../server/src/features/directory/commune.model.ts';
import { BookingModel, type BookingRecord } from '../../server/src/features/replacements/booking.model.ts';
import { needTerms } from '../../server/src/features/replacements/need-terms.ts';
import { OfferModel } from '../../server/src/features/replacements/offer.model.ts';
import { ReplacementModel, type ReplacementRecord } from '../../server/src/features/replacements/replacement.model.ts';
import { SubstituteModel } from '../../server/src/features/substitutes/substitute.model.ts';
import { corpusUser } from '../corpus-users.ts';

type Id = ReplacementRecord['_id'];
const newId = (): Id => new ReplacementModel()._id;

export const COMMUNES = 35;
const SUBSTITUTES = 2_000;
const NEEDS_A_DAY = 500;
const DAYS = 90;
const BATCH = 2_000;
const METIERS = ['atsem', 'animateur-periscolaire', 'agent-restauration', 'agent-entretien'] as const;
const EVERY_HALF = [1, 2, 3, 4, 5].flatMap((weekday) =>
  (['am', 'pm'] as const).map((half) => ({ weekday, half, weeks: 'every' as const })),
);

/** The first of the ninety days: a Monday, so that each week is whole. */
export const firstDay = (): string => addDays(mondayOf(parisDate(new Date())), 7);
export const communeOf = (index: number): string => `commune-${(index % COMMUNES) + 1}`;
const somebody = (id: string, name: string) => ({ id, name, commune: null });

/** People of the pool, who never sign in; `_id` in the order made. */
const seedSubstitutes = async (): Promise<Id[]> => {
  const at = new Date();
  const ids = Array.from({ length: SUBSTITUTES }, () => newId());
  const named = (index: number): string => `Remplaçante ${index}`;
  await PersonModel.collection.insertMany(
    ids.map((_id, index) => ({
      _id,
      email: `remplacante-${randomUUID()}@example.org`,
      emailVerified: true,
      name: named(index),
      function: 'Remplaçante',
      sortKey: named(index).toLowerCase(),
      memberships: [{ scope: 'territory', scopeId: 'territory', role: 'substitute', since: at }],
      createdAt: at,
      updatedAt: at,
    })) as never[],
  );
  await SubstituteModel.insertMany(
    ids.map((_id, index) => ({
      _id,
      person: somebody(_id.toHexString(), named(index)),
      sortKey: named(index).toLowerCase(),
      employer: null,
      metiers: [METIERS[index % METIERS.length]],
      diplomas: ['cap-aepe', 'bafa'],
      home: communeOf(index),
      pattern: EVERY_HALF,
      // A fortnight of exceptions spread over the ninety days.
      exceptions: Array.from({ length: 14 }, (_, nth) => ({
        date: addDays(firstDay(), (index + nth * 6) % DAYS),
        half: 'am',
        available: false,
      })),
      calendarChangedAt: at,
      changedAt: at,
      agreement: { commune: communeOf(index), by: somebody('0'.repeat(24), 'RH'), at, until: '9999-12-31' },
      minutesByYear: { [firstDay().slice(0, 4)]: (index % 40) * 210 },
    })) as never[],
  );
  return ids;
};

/** A need as the command writes it, with no wave to come. */
export const newNeed = (commune: string, metier: string, slots: HalfDay[]): ReplacementRecord => {
  const timed = slots.map((slot) => ({ ...slot, ...USUAL_HOURS[slot.half], seats: 1, cancelledAt: null }));
  const [first, last] = [timed[0], timed.at(-1)] as [(typeof timed)[0], (typeof timed)[0]];
  return {
    _id: newId(),
    commune,
    metier,
    diploma: null,
    place: 'École Jules-Ferry',
    urgency: 'normal',
    contact: '',
    note: '',
    found: needTerms({ commune, metier, place: 'École Jules-Ferry', note: '' }),
    slots: timed,
    weeks: [...new Set(slots.map(({ date }) => mondayOf(date)))],
    startsAt: slotStart(first),
    endsAt: slotEnd(last),
    publishedAt: new Date(),
    publishedBy: somebody('0'.repeat(24), 'RH'),
    cancelledAt: null,
    version: 1,
    editedIn: 1,
    waves: 1,
    told: 10,
  };
};

export const newOffer = (need: ReplacementRecord, substituteId: string) => ({
  _id: newId(),
  replacementId: need._id.toHexString(),
  substituteId,
  substitute: somebody(substituteId, 'Remplaçante'),
  lender: null,
  slots: need.slots.map(({ date, half }) => ({ date, half })),
  at: new Date(),
  until: need.endsAt,
});

const newBooking = (need: ReplacementRecord, { date, half }: HalfDay, substituteId: string): BookingRecord => {
  const hours = USUAL_HOURS[half];
  const by = somebody('0'.repeat(24), 'RH');
  return {
    _id: newId(),
    replacementId: need._id.toHexString(),
    substituteId,
    date,
    half,
    seat: 0,
    ...hours,
    startsAt: slotStart({ date, ...hours }),
    endsAt: slotEnd({ date, ...hours }),
    host: need.commune,
    lender: null,
    metier: need.metier,
    place: need.place,
    substitute: somebody(substituteId, 'Remplaçante'),
    minutes: minutesOf(hours),
    agreed: false,
    byHost: null,
    bySubstitute: null,
    bookedAt: new Date(),
    bookedBy: by,
    group: { id: newId().toHexString(), size: 1 },
  };
};

/** A day’s needs: a third filled, a third offered, a third without anybody. */
const seedDay = async (date: string, people: Id[], day: number): Promise<void> => {
  const needs: ReplacementRecord[] = [];
  const bookings: BookingRecord[] = [];
  const offers: ReturnType<typeof newOffer>[] = [];
  for (let nth = 0; nth < NEEDS_A_DAY; nth++) {
    const slots: HalfDay[] = [{ date, half: 'am' }, ...(nth % 2 ? [{ date, half: 'pm' as const }] : [])];
    const need = newNeed(communeOf(nth), METIERS[nth % METIERS.length] as string, slots);
    const who = people[(day * 131 + nth) % people.length]?.toHexString() as string;
    needs.push(need);
    if (nth % 3 === 0) bookings.push(...slots.map((slot) => newBooking(need, slot, who)));
    if (nth % 3 === 1) offers.push(newOffer(need, who));
  }
  await Promise.all([
    ReplacementModel.collection.insertMany(needs as never[]),
    BookingModel.collection.insertMany(bookings as never[]),
    OfferModel.collection.insertMany(offers as never[]),
  ]);
};

/** HR of each commune among those who can sign in, and the centre of each; once. */
export const seedCommunes = async (): Promise<void> => {
  if (await PersonModel.exists({ memberships: { $elemMatch: { scope: 'commune', role: 'hr' } } })) return;
  for (let index = 0; index < COMMUNES; index++) {
    await CommuneModel.updateOne({ slug: communeOf(index) }, { $set: { latitude: 50.3 + index / 100, longitude: 3.4 + (index % 7) / 20 } });
    const membership = { scope: 'commune', scopeId: communeOf(index), role: 'hr', since: new Date() };
    await PersonModel.updateOne({ email: corpusUser(index).email }, { $push: { memberships: membership } });
  }
};

/** Two thousand substitutes, and five hundred needs a day for ninety days; once. */
export const seedReplacements = async (): Promise<void> => {
  if ((await ReplacementModel.estimatedDocumentCount()) >= NEEDS_A_DAY * DAYS) return;
  const people = await seedSubstitutes();
  for (let day = 0; day < DAYS; day++) {
    await seedDay(addDays(firstDay(), day), people, day);
    if ((day * NEEDS_A_DAY) % (BATCH * 5) === 0) console.error(`${day} of ${DAYS} days`);
  }
};
