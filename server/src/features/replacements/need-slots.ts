import { AppError } from '@beffroi/shared/core/errors';
import { compareHalfDays, daysBetween, hasBegun, mondaysOf, parisClock, slotEnd, slotStart } from '@beffroi/shared/core/half-days';
import { REPLACEMENT_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import type { NewSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { now } from '../../platform/clock.ts';
import type { ReplacementRecord, SlotRecord } from './replacement.model.ts';

const refuse = (path: string, message: string): never => {
  throw new AppError('invalid-input', { errors: [{ path, message }] });
};

/** Refuses half-days that have begun, that run into one another, that lie too far apart or too far ahead. @throws AppError `invalid-input` */
export const checkSlots = (slots: readonly NewSlot[], path: string, present: readonly SlotRecord[] = []): void => {
  const clock = parisClock(now());
  const all = [...present.filter(({ cancelledAt }) => !cancelledAt), ...slots].sort(compareHalfDays);
  if (all.length > REPLACEMENT_LIMITS.slots) refuse(path, `Pas plus de ${REPLACEMENT_LIMITS.slots} demi-journées par besoin.`);
  for (const [index, slot] of slots.entries()) if (hasBegun(slot, clock)) refuse(`${path}.${index}`, 'Cette demi-journée a déjà commencé.');
  for (const [index, slot] of all.entries()) {
    const next = all[index + 1];
    if (next?.date !== slot.date) continue;
    if (next.half === slot.half) refuse(path, 'Cette demi-journée est déjà dans le besoin.');
    if (next.start < slot.end) refuse(path, 'L’après-midi commence avant la fin du matin.');
  }
  const [first, last] = [all[0], all.at(-1)];
  if (last && daysBetween(clock.slice(0, 10), last.date) > REPLACEMENT_LIMITS.daysAhead)
    refuse(path, `Pas plus de ${REPLACEMENT_LIMITS.daysAhead} jours d’avance\u00a0: vérifiez l’année.`);
  if (first && last && daysBetween(first.date, last.date) > REPLACEMENT_LIMITS.spanDays)
    refuse(path, `Pas plus de ${REPLACEMENT_LIMITS.spanDays} jours entre la première et la dernière demi-journée.`);
};

export const newSlotRecord = ({ date, half, start, end, seats }: NewSlot): SlotRecord => ({
  date,
  half,
  start,
  end,
  seats,
  cancelledAt: null,
});

/** What a need is found by, as its half-days make it; cancelled ones count where there are no others. */
export const placeInTime = (slots: readonly SlotRecord[]): Pick<ReplacementRecord, 'weeks' | 'startsAt' | 'endsAt'> => {
  const live = slots.filter(({ cancelledAt }) => !cancelledAt);
  const counted = [...(live.length > 0 ? live : slots)].sort(compareHalfDays);
  const [first, last] = [counted[0] as SlotRecord, counted.at(-1) as SlotRecord];
  return { weeks: mondaysOf(counted.map(({ date }) => date)), startsAt: slotStart(first), endsAt: slotEnd(last) };
};

/**
 * When HR is to be warned of these half-days: some hours before the first begins; half-way to it when that is past already, since who
 * has just published it knows.
 */
export const riskOf = (slots: readonly { date: string; start: string }[], riskHours: number): Date => {
  const begins = Math.min(...slots.map((slot) => slotStart(slot).getTime()));
  const at = now().getTime();
  return new Date(Math.max(begins - riskHours * 3_600_000, at + (begins - at) / 2));
};
