import { hasBegun, parisClock } from '@beffroi/shared/core/half-days';
import type { Slot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { poolOf } from '../substitutes/substitutes.queries.ts';
import { deriveSlots, isOpen, namesSlot } from './derive-slots.ts';
import { inFairOrder } from './fair-order.ts';
import { bookedAround, judge, rangeOf } from './judge.ts';
import { takenOf } from './known-needs.queries.ts';
import { OfferModel, type OfferRecord } from './offer.model.ts';
import type { PlannedWave, ReplacementRecord } from './replacement.model.ts';
import { ReplacementModel } from './replacement.model.ts';
import { SolicitationModel, type SolicitationRecord } from './solicitation.model.ts';

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

/** Who needs not be told in this round: those who were, those it spares. Two commands, with the offers: what one said yes to, one knows. */
const knownTo = async ({ _id, round = 0, spared = [] }: ReplacementRecord) => {
  const ofThis = { replacementId: _id.toHexString() };
  const [told, offers] = await Promise.all([
    SolicitationModel.find(ofThis, { _id: 0, substituteId: 1, round: 1 }).lean<Pick<SolicitationRecord, 'substituteId' | 'round'>[]>(),
    OfferModel.find(ofThis, { _id: 0, substituteId: 1, slots: 1 }).lean<Pick<OfferRecord, 'substituteId' | 'slots'>[]>(),
  ]);
  const already = told.filter((one) => (one.round ?? 0) >= round).map(({ substituteId }) => substituteId);
  return { told: new Set([...already, ...spared]), offered: new Map(offers.map(({ substituteId, slots }) => [substituteId, slots])) };
};

/**
 * Who is to be told next: of those who were not told yet in this round and may come for one of these half-days at least, beside those
 * they offered, the first in the fair order. Five commands, whatever the wave.
 */
const chooseNext = async (need: ReplacementRecord, wanted: readonly Slot[], people: number): Promise<string[]> => {
  const replacementId = need._id.toHexString();
  const [pool, { told, offered }] = await Promise.all([poolOf(need.metier, rangeOf(wanted)), knownTo(need)]);
  const fresh = inFairOrder(pool, { startsAt: need.startsAt, lot: replacementId }).filter(({ person }) => !told.has(person.id));
  const booked = await bookedAround(
    fresh.map(({ person }) => person.id),
    wanted,
  );
  const chosen: string[] = [];
  for (const facts of fresh) {
    if (chosen.length === people) break;
    const slots = judge({ need, slots: wanted, facts, booked: booked.get(facts.person.id) ?? [] });
    const said = offered.get(facts.person.id) ?? [];
    if (slots.some((slot) => slot.eligible && !namesSlot(said, slot))) chosen.push(facts.person.id);
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
  const { _id, waves, round = 0 } = need;
  const planned: PlannedWave = { number: waves + 1, round, people: chosen, at };
  const decided = await ReplacementModel.updateOne({ _id, waves, cancelledAt: null, planned: { $exists: false } }, { $set: { planned } });
  if (decided.matchedCount === 1) return planned;
  // Somebody else decided meanwhile.
  return (await ReplacementModel.findById(_id, { planned: 1 }).lean<ReplacementRecord>())?.planned ?? null;
};
