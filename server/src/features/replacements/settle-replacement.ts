import { publish } from '../../platform/events.ts';
import { inBackground, logger } from '../../platform/logger.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { BookingModel } from './booking.model.ts';
import { settleGroup } from './booking-group.ts';
import { followCancellation, followOffers, offeredElsewhere, takeFromOffer, tellBooked, tellChanged } from './follow-acts.ts';
import { markMonths } from './month-figures.ts';
import { OfferModel } from './offer.model.ts';
import { ReplacementModel, type ReplacementRecord } from './replacement.model.ts';
import { type PendingAct, ReplacementActModel } from './replacement-act.model.ts';
import { SolicitationModel } from './solicitation.model.ts';

/**
 * What follows from a change of a need, its offers or its bookings: people are told, bookings that are to go are deleted, acts are
 * copied to the trail, readers hear of it. The change itself carries a mark and what is to be done; all of it may be done twice.
 */

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 30_000;

const idOf = ({ _id }: ReplacementRecord): string => _id.toHexString();

/** Raises a need's version, and marks it as having something to follow. */
export const touchReplacement = async (id: string): Promise<ReplacementRecord | null> =>
  ReplacementModel.findByIdAndUpdate(
    id,
    { $inc: { version: 1 }, $set: { unsettled: new Date() } },
    { returnDocument: 'after' },
  ).lean<ReplacementRecord>();

/** Who is booked is told, and offers those half-days to no other commune any more. */
const followBooking = async (need: ReplacementRecord, act: PendingAct): Promise<string[]> => {
  if (!act.person) return [];
  await settleGroup(act._id);
  await tellBooked(need, act);
  for (const offer of await offeredElsewhere(need, act)) {
    const other = await touchReplacement(offer.replacementId);
    await takeFromOffer(offer.replacementId, act.person.id, act.slots);
    if (other) await settleReplacement(other);
  }
  return [act.person.id];
};

const recordActs = async (replacementId: string, acts: readonly PendingAct[]): Promise<void> => {
  for (const { _id, bookingIds: _gone, ...act } of acts)
    await ReplacementActModel.updateOne({ _id }, { $setOnInsert: { ...act, replacementId } }, { upsert: true });
};

/** Everyone who was asked, offered or is booked: each hears of it in her own room. */
const concernedBy = async (replacementId: string, more: readonly string[]): Promise<string[]> => {
  const only = { _id: 0, substituteId: 1 } as const;
  const found = await Promise.all([
    SolicitationModel.find({ replacementId }, only).lean(),
    OfferModel.find({ replacementId }, only).lean(),
    BookingModel.find({ replacementId }, only).lean(),
  ]);
  return [...new Set([...more, ...found.flat().map(({ substituteId }) => substituteId)])];
};

/** Carries out what follows from a need's change. */
export const settleReplacement = async (need: ReplacementRecord): Promise<void> => {
  const id = idOf(need);
  const acts = need.pendingActs ?? [];
  // Nobody waits: who sends waves is asked to start, first of all.
  if (need.nextWaveAt) await publish('replacements.wave.due', { replacementId: id });
  const booked: string[] = [];
  for (const act of acts) {
    if (act.action === 'changed') await tellChanged(need, act);
    booked.push(...(act.action === 'booked' ? await followBooking(need, act) : await followCancellation(need, act)));
  }
  // After what changes their figures, and before the acts that would have it done again go.
  await markMonths(
    ['wanted', 'booked'],
    acts.flatMap(({ slots }) => slots.map(({ date }) => date)),
  );
  await followOffers(need);
  await recordActs(id, acts);
  if (booked.length > 0) await publish('replacements.bookings.changed', { substituteIds: [...new Set(booked)] });
  const created = acts.some(({ action }) => action === 'published');
  await publish('replacements.replacement.changed', {
    replacementId: id,
    version: need.version,
    created,
    personIds: await concernedBy(id, booked),
  });
  await ReplacementModel.updateOne({ _id: need._id }, { $pull: { pendingActs: { _id: { $in: acts.map(({ _id }) => _id) } } } });
  await ReplacementModel.updateOne({ _id: need._id, unsettled: need.unsettled as Date }, { $unset: { unsettled: 1 } });
};

/** The same without keeping who made the change waiting. */
export const settleSoon = (need: ReplacementRecord): void => inBackground('settle replacement', () => settleReplacement(need));

/** Carries out what a crash interrupted; `all` at start. */
export const sweepReplacements = async ({ all = false } = {}): Promise<void> => {
  const overdue = all ? { $exists: true } : { $lt: new Date(Date.now() - OVERDUE_MS) };
  const needs = await ReplacementModel.find({ unsettled: overdue }).limit(1_000).lean<ReplacementRecord[]>();
  for (const need of needs)
    await settleReplacement(need).catch((error: unknown) => logger.error({ err: error }, 'replacement not settled'));
};

/** Sweeps from time to time; gives back how to stop. */
export const startSweepingReplacements = (): (() => Promise<void>) =>
  startRecurring({ name: 'sweep replacements', everyMs: SWEEP_EVERY_MS, work: () => sweepReplacements() });
