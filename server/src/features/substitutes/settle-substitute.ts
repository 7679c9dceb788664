import { now } from '../../platform/clock.ts';
import { publish } from '../../platform/events.ts';
import { inBackground } from '../../platform/logger.ts';
import { AgreementActModel } from './agreement-act.model.ts';
import { SubstituteModel, type SubstituteRecord } from './substitute.model.ts';

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;

/** What marks a write until all that follows from it is done. */
export const unsettledNow = () => ({ unsettled: now() });

/** Copies acts to the commune’s journal, then tells whoever shows her. */
export const settleSubstitute = async ({ _id, unsettled, pendingActs = [] }: SubstituteRecord): Promise<void> => {
  for (const { _id: actId, ...act } of pendingActs)
    await AgreementActModel.updateOne({ _id: actId }, { $setOnInsert: act }, { upsert: true });
  await publish('substitutes.substitute.changed', { personId: _id.toHexString() });
  const copied = { pendingActs: { _id: { $in: pendingActs.map((act) => act._id) } } };
  if (pendingActs.length > 0) await SubstituteModel.updateOne({ _id }, { $pull: copied });
  await SubstituteModel.updateOne({ _id, unsettled: unsettled as Date }, { $unset: { unsettled: 1 } });
};

/** Carries out what a crash interrupted; `all` at start. Twice does no harm. */
export const sweepSubstitutes = async ({ all = false } = {}): Promise<void> => {
  const overdue = all ? { $exists: true } : { $lt: new Date(Date.now() - OVERDUE_MS) };
  const substitutes = await SubstituteModel.find({ unsettled: overdue }).limit(1_000).lean<SubstituteRecord[]>();
  for (const substitute of substitutes) await settleSubstitute(substitute);
};

/** Sweeps from time to time; gives back how to stop. */
export const startSweepingSubstitutes = (): (() => void) => {
  const timer = setInterval(() => inBackground('sweep substitutes', () => sweepSubstitutes()), SWEEP_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
};
