import { hasBegun, parisClock } from '@beffroi/shared/core/half-days';
import type { Slot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { poolOf } from '../substitutes/substitutes.queries.ts';
import { deriveSlots, isOpen } from './derive-slots.ts';
import { inFairOrder } from './fair-order.ts';
import { bookedAround, judge, rangeOf } from './judge.ts';
import { takenOf } from './known-needs.queries.ts';
import type { PlannedWave, ReplacementRecord } from './replacement.model.ts';
import { ReplacementModel } from './replacement.model.ts';
import { SolicitationModel } from './solicitation.model.ts';

/** The half-days of a need that still want somebody and have not begun. */
export const openSlots = async (need: ReplacementRecord, at: Date): Promise<Slot[]> => {
  if (need.cancelledAt) return [];
  const clock = parisClock(at);
  const taken = (await takenOf([need._id.toHexString()])).get(need._id.toHexString());
  // A booking that is being cancelled may still be there.
  const going = new Set(need.pendingActs?.flatMap(({ bookingIds }) => bookingIds ?? []));
  const bookings = (taken?.bookings ?? []).filter(({ _id }) => !going.has(_id.toHexString()));
  const known = { bookings, offers: taken?.offers ?? [], readerId: '', clock };
  return deriveSlots(need, known).filter((slot) => isOpen(slot) && !hasBegun(slot, clock));
};

/**
 * Who is to be told next: of those who were not told yet and may come for one of these half-days at least, the first in the fair order.
 * Four commands, whatever the wave.
 */
const chooseNext = async (need: ReplacementRecord, wanted: readonly Slot[], people: number): Promise<string[]> => {
  const replacementId = need._id.toHexString();
  const [pool, told] = await Promise.all([
    poolOf(need.metier, rangeOf(wanted)),
    SolicitationModel.find({ replacementId }, { _id: 0, substituteId: 1 }).lean(),
  ]);
  const already = new Set(told.map(({ substituteId }) => substituteId));
  const fresh = inFairOrder(pool, { startsAt: need.startsAt, lot: replacementId }).filter(({ person }) => !already.has(person.id));
  const booked = await bookedAround(
    fresh.map(({ person }) => person.id),
    wanted,
  );
  const chosen: string[] = [];
  for (const facts of fresh) {
    if (chosen.length === people) break;
    const slots = judge({ need, slots: wanted, facts, booked: booked.get(facts.person.id) ?? [] });
    if (slots.some(({ eligible }) => eligible)) chosen.push(facts.person.id);
  }
  return chosen;
};

/**
 * Decides who is in the next wave, by one write: begun again, by this process or another, it is the same wave.
 * @returns the wave; null when there is nobody left to tell
 */
export const planWave = async (need: ReplacementRecord, wanted: readonly Slot[], people: number, at: Date): Promise<PlannedWave | null> => {
  const chosen = await chooseNext(need, wanted, people);
  if (chosen.length === 0) return null;
  const planned: PlannedWave = { number: need.waves + 1, people: chosen, at };
  const { _id, waves } = need;
  const decided = await ReplacementModel.updateOne({ _id, waves, cancelledAt: null, planned: { $exists: false } }, { $set: { planned } });
  if (decided.matchedCount === 1) return planned;
  // Somebody else decided meanwhile.
  return (await ReplacementModel.findById(_id, { planned: 1 }).lean<ReplacementRecord>())?.planned ?? null;
};
