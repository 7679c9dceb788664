import { compareHalfDays, halfDayKey, hasBegun, parisClock, slotStart } from '@beffroi/shared/core/half-days';
import type { Slot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { logger } from '../../platform/logger.ts';
import { notify } from '../../platform/notify.ts';
import { openSlots } from './plan-wave.ts';
import { ReplacementModel, type ReplacementRecord } from './replacement.model.ts';
import { aboutNeed, slotsInWords } from './replacement-words.ts';
import { runWhenDue } from './run-when-due.ts';
import { waveSettings } from './wave-settings.queries.ts';

const LEASE_MS = 20_000;
const HOUR_MS = 3_600_000;

const claim = (at: Date): Promise<ReplacementRecord | null> =>
  ReplacementModel.findOneAndUpdate(
    { riskAt: { $lte: at } },
    { $set: { riskAt: new Date(at.getTime() + LEASE_MS) } },
    { sort: { riskAt: 1 }, returnDocument: 'after' },
  ).lean<ReplacementRecord>();

/** Warns once of each half-day that comes near without anybody; the others are looked at again when it is their turn. */
const warn = async (need: ReplacementRecord, at: Date): Promise<void> => {
  const { riskHours } = await waveSettings();
  const soon = parisClock(at.getTime() + riskHours * HOUR_MS);
  const open = (await openSlots(need, at)).sort(compareHalfDays);
  const near = open.filter((slot) => hasBegun(slot, soon));
  const [first] = near;
  if (first)
    await notify({
      key: `replacement-risk:${need._id.toHexString()}:${halfDayKey(first)}`,
      kind: 'replacement-at-risk',
      byId: null,
      about: aboutNeed(need),
      note: slotsInWords(near, need.slots),
      to: { hr: need.commune },
    });
  await setNext(
    need,
    open.find((slot) => !near.includes(slot)),
    riskHours,
  );
};

const setNext = async ({ _id, riskAt }: ReplacementRecord, next: Slot | undefined, riskHours: number): Promise<void> => {
  const change = next ? { $set: { riskAt: new Date(slotStart(next).getTime() - riskHours * HOUR_MS) } } : { $unset: { riskAt: 1 } };
  // Unless it was asked for again meanwhile.
  await ReplacementModel.updateOne({ _id, riskAt: riskAt as Date }, change);
};

/** Warns HR of every need that is at risk at this instant. */
export const warnOfRisks = async (at: Date = new Date(), goOn: () => boolean = () => true): Promise<void> => {
  for (let need = await claim(at); need; need = goOn() ? await claim(at) : null) {
    const present = need;
    await warn(present, at).catch((error: unknown) => logger.error({ err: error, replacement: present._id }, 'risk not told'));
  }
};

const nextRiskAt = async (): Promise<Date | null> => {
  const next = await ReplacementModel.findOne({ riskAt: { $exists: true } }, { riskAt: 1 })
    .sort({ riskAt: 1 })
    .lean<ReplacementRecord>();
  return next?.riskAt ?? null;
};

/** Starts warning, as time passes. @returns how to stop */
export const startWarning = (): (() => Promise<void>) =>
  runWhenDue({ name: 'warn of risks', run: (goOn) => warnOfRisks(new Date(), goOn), nextAt: nextRiskAt });
