import type { Actor } from '@beffroi/shared/core/actor';
import { type HalfDay, halfDayKey, USUAL_HOURS } from '@beffroi/shared/core/half-days';
import { vi } from 'vitest';
import { BookingModel, type BookingRecord } from '../../server/src/features/replacements/booking.model.ts';
import { cancelBooking } from '../../server/src/features/replacements/commands/cancel-booking.ts';
import { editReplacement } from '../../server/src/features/replacements/commands/edit-replacement.ts';
import { publishReplacement } from '../../server/src/features/replacements/commands/publish-replacement.ts';
import { OfferModel } from '../../server/src/features/replacements/offer.model.ts';
import { ReplacementModel, type ReplacementRecord } from '../../server/src/features/replacements/replacement.model.ts';
import { sendDueWaves } from '../../server/src/features/replacements/send-waves.ts';
import { SolicitationModel } from '../../server/src/features/replacements/solicitation.model.ts';
import { SubstituteModel, type SubstituteRecord } from '../../server/src/features/substitutes/substitute.model.ts';
import { atInstant } from '../../server/src/platform/clock.ts';
import { MONDAY } from './replacements.ts';
import type { TestPerson } from './world.ts';

/**
 * Waves under a clock of their own, a day ahead of the application's: it leaves them alone, and they leave one by one, each seen
 * with what it was chosen from.
 */

interface Seen {
  needs: ReplacementRecord[];
  pool: SubstituteRecord[];
  bookings: BookingRecord[];
  offers: { replacementId: string; substituteId: string; slots: HalfDay[] }[];
}

/** A wave that was due: of which need, from what, and who was told; nobody when nobody was left. */
export interface SeenWave {
  id: string;
  before: Seen;
  told: string[];
}

const look = async (): Promise<Seen> => {
  const [needs, pool, bookings, offers] = await Promise.all([
    ReplacementModel.find().lean<ReplacementRecord[]>(),
    SubstituteModel.find().lean<SubstituteRecord[]>(),
    BookingModel.find().lean<BookingRecord[]>(),
    OfferModel.find().lean(),
  ]);
  return { needs, pool, bookings, offers };
};

/** Resolves once all that follows from what was written is done: hours are counted, cancelled bookings are gone. */
export const settled = (): Promise<void> =>
  vi.waitFor(
    async () => {
      if (await ReplacementModel.exists({ unsettled: { $exists: true } })) throw new Error('a need is not settled');
    },
    { timeout: 10_000, interval: 5 },
  );

const SOON_MS = 86_400_000;
/** The usual hours of a half-day, as a need wants it. */
const wanted = (slot: HalfDay, seats: number) => ({ ...slot, ...USUAL_HOURS[slot.half], seats });

export class WaveScene {
  readonly #hr: Actor;
  #at = new Date(Date.now() + SOON_MS);

  constructor(hr: TestPerson) {
    this.#hr = { personId: hr.id, administrator: false, communes: { hergnies: ['agent', 'hr'] }, clubs: {} };
  }

  /** Nothing is wanted and nobody is in the pool. */
  async clear(): Promise<void> {
    await settled();
    await Promise.all([ReplacementModel.deleteMany({}), SubstituteModel.deleteMany({}), BookingModel.deleteMany({})]);
    await Promise.all([OfferModel.deleteMany({}), SolicitationModel.deleteMany({})]);
  }

  async publish(slots: readonly HalfDay[], seats = 1): Promise<string> {
    const work = { commune: 'hergnies', metier: 'atsem', place: 'École Jules-Ferry', diploma: null, contact: '', note: '' };
    const need = { ...work, urgency: 'high' as const, slots: slots.map((slot) => wanted(slot, seats)) };
    const { id } = await atInstant(this.#at, () => publishReplacement(this.#hr, need));
    await settled();
    return id;
  }

  async addSlot(id: string, slot: HalfDay): Promise<void> {
    const { version } = (await ReplacementModel.findById(id).lean<ReplacementRecord>()) as ReplacementRecord;
    await atInstant(this.#at, () => editReplacement(this.#hr, { id, version, addSlots: [wanted(slot, 1)] }));
    await settled();
  }

  /** Cancels a booking as the HR that made it, or as who was to come. */
  async cancelBooking({ _id, substituteId }: BookingRecord, by: 'hr' | 'herself'): Promise<void> {
    const herself: Actor = { personId: substituteId, administrator: false, communes: {}, clubs: {}, substitute: true };
    await atInstant(this.#at, () => cancelBooking(by === 'hr' ? this.#hr : herself, { id: _id.toHexString(), reason: '' }));
    await settled();
  }

  /** Lets time pass to when the next wave is due, and sends all that are by then, one after the other. */
  async nextWaves(): Promise<SeenWave[]> {
    const next = await ReplacementModel.findOne({ nextWaveAt: { $exists: true } })
      .sort({ nextWaveAt: 1 })
      .lean<ReplacementRecord>();
    if (!next?.nextWaveAt) return [];
    this.#at = new Date(Math.max(next.nextWaveAt.getTime(), this.#at.getTime()) + 1_000);
    const seen: SeenWave[] = [];
    for (let wave = await this.#one(); wave; wave = await this.#one()) seen.push(wave);
    return seen;
  }

  /** Whether there is a need that has not told everyone yet and still wants somebody. */
  async isWaiting(): Promise<boolean> {
    return (await ReplacementModel.exists({ nextWaveAt: { $exists: true }, exhausted: { $ne: true } })) !== null;
  }

  async #one(): Promise<SeenWave | null> {
    const before = await look();
    const due = ({ nextWaveAt }: ReplacementRecord): boolean => nextWaveAt !== undefined && nextWaveAt <= this.#at;
    if (!before.needs.some(due)) return null;
    await sendDueWaves(this.#at, () => false);
    const after = new Map((await ReplacementModel.find().lean<ReplacementRecord[]>()).map((need) => [need._id.toHexString(), need]));
    const taken = ({ _id, nextWaveAt }: ReplacementRecord) => after.get(_id.toHexString())?.nextWaveAt?.getTime() !== nextWaveAt?.getTime();
    const of = before.needs.find((need) => due(need) && taken(need));
    if (!of) throw new Error('a wave was due, and no need was taken');
    const id = of._id.toHexString();
    const waves = after.get(id)?.waves ?? 0;
    const told = waves === of.waves ? [] : await SolicitationModel.find({ replacementId: id, wave: waves }).lean();
    return { id, before, told: told.map(({ substituteId }) => substituteId) };
  }
}

/** How a substitute stands in the fair order of this need: what sorts first is told first. */
export const turnOf = (substitute: SubstituteRecord): [minutes: number, askedAt: number] => [
  substitute.minutesByYear[MONDAY.slice(0, 4)] ?? 0,
  substitute.lastAskedAt?.getTime() ?? 0,
];

/** The half-days of a need with fewer bookings than seats. */
const open = (need: ReplacementRecord, bookings: readonly BookingRecord[]): HalfDay[] =>
  need.slots.filter(
    (slot) =>
      bookings.filter((one) => one.replacementId === need._id.toHexString() && halfDayKey(one) === halfDayKey(slot)).length < slot.seats,
  );

/** Those who are free on a half-day a need still wants somebody for, and have not offered it, whatever else stands in their way. */
export const freeFor = ({ needs, pool, bookings, offers }: Seen, id: string): SubstituteRecord[] => {
  const need = needs.find(({ _id }) => _id.toHexString() === id) as ReplacementRecord;
  return pool.filter(({ person }) => {
    const busy = [
      ...bookings.filter(({ substituteId }) => substituteId === person.id),
      ...offers.filter((one) => one.replacementId === id && one.substituteId === person.id).flatMap(({ slots }) => slots),
    ].map(halfDayKey);
    return open(need, bookings).some((slot) => !busy.includes(halfDayKey(slot)));
  });
};
