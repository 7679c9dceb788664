import { frenchDays } from '@beffroi/shared/core/french-days';
import { now } from '../../platform/clock.ts';
import { publish } from '../../platform/events.ts';
import { notify } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { communeName } from '../directory/territory.queries.ts';
import { type AgreementActFields, AgreementActModel } from './agreement-act.model.ts';
import { NO_END, SubstituteModel, type SubstituteRecord } from './substitute.model.ts';

const frenchDate = frenchDays({ dateStyle: 'long' });

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;

/** What marks a write until all that follows from it is done. */
export const unsettledNow = () => ({ unsettled: now() });

/** Where one reads what one’s commune said, and keeps one’s calendar. */
const PATH = '/remplacements/disponibilites';

/** Tells the person what her commune decided. */
const tellAct = async ({ _id, act, by, at, until, person, commune }: AgreementActFields): Promise<void> => {
  const place = communeName(commune);
  const granted =
    until === null || until === NO_END ? 'Accord donné, sans date de fin.' : `Accord donné jusqu’au ${frenchDate(until)} inclus.`;
  await notify({
    key: `substitute-agreement:${_id}`,
    kind: 'substitute-agreement',
    byId: by.id,
    about: { kind: 'substitute', id: person.id, title: 'Mes disponibilités', place, path: PATH },
    note: act === 'grant' ? granted : 'Accord retiré\u00a0: on ne vous proposera plus de remplacements. Ceux déjà réservés tiennent.',
    at,
    to: { people: [person.id] },
  });
};

/** Copies acts to the commune’s journal and tells whom they concern, then whoever shows her. */
export const settleSubstitute = async ({ _id, unsettled, pendingActs = [] }: SubstituteRecord): Promise<void> => {
  for (const entry of pendingActs) {
    const { _id: actId, ...act } = entry;
    await AgreementActModel.updateOne({ _id: actId }, { $setOnInsert: act }, { upsert: true });
    await tellAct(entry);
  }
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
export const startSweepingSubstitutes = (): (() => Promise<void>) =>
  startRecurring({ name: 'sweep substitutes', everyMs: SWEEP_EVERY_MS, work: () => sweepSubstitutes() });
