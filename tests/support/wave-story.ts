import { contract } from '@beffroi/shared/contract';
import type { HalfDay } from '@beffroi/shared/core/half-days';
import { expect } from 'vitest';
import { BookingModel, type BookingRecord } from '../../server/src/features/replacements/booking.model.ts';
import { OfferModel } from '../../server/src/features/replacements/offer.model.ts';
import { ReplacementModel, type ReplacementRecord } from '../../server/src/features/replacements/replacement.model.ts';
import { SubstituteModel } from '../../server/src/features/substitutes/substitute.model.ts';
import { publish as publishEvent } from '../../server/src/platform/events.ts';
import { objectId } from '../../server/src/platform/object-id.ts';
import { call } from './api-client.ts';
import { buildPastBooking } from './bookings.ts';
import { day, enterPool, MONDAY } from './replacements.ts';
import { freeFor, type SeenWave, settled, turnOf, type WaveScene } from './wave-scene.ts';
import type { TestPerson } from './world.ts';

const { book, offer, withdraw } = contract.replacements;

/** What may stand in somebody’s way, whatever she is free for; nothing, as often as not. */
export const OBSTACLES = [{}, {}, {}, {}, { metiers: ['agent-restauration'] }, { diplomas: [] }, { agreed: false }, { yearlyMinutes: 60 }];

/** Somebody of the pool: what stands in her way, and how many half-days she worked this year. */
export interface Pooled {
  obstacle: number;
  halfDays: number;
}

export type Move =
  | { kind: 'publish'; slots: HalfDay[]; seats: number }
  | { kind: 'time passes' }
  | { kind: 'accept'; need: number; nth: number; book: boolean }
  | { kind: 'take back'; nth: number }
  | { kind: 'cancel'; nth: number; by: 'hr' | 'herself' }
  | { kind: 'add'; need: number; slot: HalfDay }
  | { kind: 'agreement'; person: number };

/** What is known of a need from what was done, whatever the application wrote down. */
export interface Told {
  id: string;
  round: number;
  /** Whose booking was cancelled since half-days were added. */
  spared: Set<string>;
  /** The round each was told in last, and how often. */
  people: Map<string, { round: number; times: number }>;
}

interface Cast {
  hr: TestPerson;
  people: readonly TestPerson[];
  pool: readonly Pooled[];
  waveSize: number;
}

/** Far from what is wanted, in its year: counted in her hours and in nobody’s way. */
const workedOn = (index: number): string => `${MONDAY.slice(0, 4)}-${MONDAY.slice(5, 7) < '07' ? '10' : '03'}-0${index + 1}`;

/** Needs and what is done about them; every wave is checked against what it should have been. */
export class WaveStory {
  needs: Told[] = [];
  readonly #scene: WaveScene;
  readonly #cast: Cast;
  readonly #withoutAgreement = new Set<string>();

  constructor(scene: WaveScene, cast: Cast) {
    this.#scene = scene;
    this.#cast = cast;
  }

  async begin(): Promise<void> {
    await this.#scene.clear();
    for (const [index, { obstacle, halfDays }] of this.#cast.pool.entries()) {
      const person = this.#cast.people[index] as TestPerson;
      for (let worked = 0; worked < halfDays; worked++)
        await buildPastBooking(person, { host: 'hergnies', lender: null, date: workedOn(worked), half: 'am' });
      await enterPool(person.id, { ...OBSTACLES[obstacle], minutesThisYear: halfDays * 210 });
    }
  }

  /** @returns who was told, in every wave that was due */
  async timePasses(): Promise<string[]> {
    const waves = await this.#scene.nextWaves();
    for (const wave of waves) this.#check(wave);
    return waves.flatMap(({ told }) => told);
  }

  async play(one: Move): Promise<void> {
    const need = 'need' in one ? this.needs[one.need % Math.max(1, this.needs.length)] : undefined;
    if (one.kind === 'publish')
      this.needs.push({ id: await this.#scene.publish(one.slots, one.seats), round: 0, spared: new Set(), people: new Map() });
    if (one.kind === 'time passes') await this.timePasses();
    if (one.kind === 'accept' && need) await this.#accept(need, one);
    if (one.kind === 'take back') await this.#takeBack(one.nth);
    if (one.kind === 'cancel') await this.#cancel(one);
    if (one.kind === 'add' && need) await this.#add(need, one.slot);
    if (one.kind === 'agreement') await this.#changeAgreement(one.person);
  }

  #mayCome(id: string): boolean {
    const { obstacle } = this.#cast.pool[this.#cast.people.findIndex((one) => one.id === id)] as Pooled;
    return Object.keys(OBSTACLES[obstacle] ?? {}).length === 0 && !this.#withoutAgreement.has(id);
  }

  /** Those a wave may tell are free, may come and were not told since the half-days were last offered; the first of them were told. */
  #check({ id, before, told }: SeenWave): void {
    const need = this.needs.find((one) => one.id === id) as Told;
    const waiting = freeFor(before, id).filter(
      ({ person }) => this.#mayCome(person.id) && !need.spared.has(person.id) && need.people.get(person.id)?.round !== need.round,
    );
    const ids = waiting.map(({ person }) => person.id);
    for (const one of told) expect(ids).toContain(one);
    expect(told).toHaveLength(Math.min(this.#cast.waveSize, waiting.length));
    const turns = (chosen: boolean) => waiting.filter(({ person }) => told.includes(person.id) === chosen).map(turnOf);
    for (const [minutes, askedAt] of turns(true))
      for (const [others, othersAskedAt] of turns(false))
        expect(minutes < others || (minutes === others && askedAt <= othersAskedAt)).toBe(true);
    for (const one of told) need.people.set(one, { round: need.round, times: (need.people.get(one)?.times ?? 0) + 1 });
  }

  async #accept({ id, people }: Told, { nth, book: booked }: { nth: number; book: boolean }): Promise<void> {
    const told = [...people.keys()];
    const person = this.#cast.people.find((one) => one.id === told[nth % told.length]);
    if (!person) return;
    // Who has become unable to come meanwhile is refused.
    const answer = await call(person.session, offer, { id });
    if (!booked || answer.status >= 400) return;
    const { id: offerId, slots } = answer.body as { id: string; slots: HalfDay[] };
    await call(this.#cast.hr.session, book, { id, offerId, slots });
    await settled();
  }

  async #takeBack(nth: number): Promise<void> {
    const offers = await OfferModel.find().lean();
    const hers = offers[nth % offers.length];
    const person = this.#cast.people.find(({ id }) => id === hers?.substituteId);
    if (hers && person) await call(person.session, withdraw, { id: hers.replacementId });
    await settled();
  }

  async #cancel({ nth, by }: { nth: number; by: 'hr' | 'herself' }): Promise<void> {
    const bookings = await BookingModel.find({ replacementId: { $in: this.needs.map(({ id }) => id) } }).lean<BookingRecord[]>();
    const booking = bookings[nth % bookings.length];
    const need = this.needs.find(({ id }) => id === booking?.replacementId);
    if (!booking || !need) return;
    await this.#scene.cancelBooking(booking, by);
    need.round++;
    need.spared.add(booking.substituteId);
  }

  async #add(need: Told, slot: HalfDay): Promise<void> {
    const { slots } = (await ReplacementModel.findById(need.id).lean<ReplacementRecord>()) as ReplacementRecord;
    if (slots.some(({ date, half }) => date === slot.date && half === slot.half)) return;
    await this.#scene.addSlot(need.id, slot);
    need.round++;
    need.spared.clear();
  }

  /** Her agreement ends, or holds again. */
  async #changeAgreement(index: number): Promise<void> {
    const { id } = this.#cast.people[index % this.#cast.pool.length] as TestPerson;
    const holds = this.#withoutAgreement.delete(id);
    if (!holds) this.#withoutAgreement.add(id);
    const until = holds ? '9999-12-31' : day(-60);
    await SubstituteModel.updateOne({ _id: objectId(id), agreement: { $ne: null } }, { $set: { 'agreement.until': until } });
    await publishEvent('substitutes.substitute.changed', { personId: id });
    await settled();
  }
}
