import type { FileStore } from '../../platform/files.ts';
import { inBackground, logger } from '../../platform/logger.ts';
import { notify } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { communeName } from '../directory/territory.queries.ts';
import { ApplicationModel, type ApplicationRecord, type Untold } from './application.model.ts';

/** Left alone this long: its own process is still at it. */
const OVERDUE_MS = 15_000;
const SWEEP_EVERY_MS = 60_000;
/** Files that took longer than this to write never will be. */
const INCOMING_MS = 3_600_000;
const AT_ONCE = 200;
const TO_HR = new Set(['application-received', 'application-withdrawn']);

/** Names the vacancy and its commune, and quotes nothing: a mail is read over a shoulder. */
const tell = async ({ _id, vacancyId, title, commune, applicantId }: ApplicationRecord, { kind, byId, at }: Untold): Promise<void> => {
  const id = _id.toHexString();
  const toHr = TO_HR.has(kind);
  if (!toHr && !applicantId) return;
  await notify({
    key: `${kind}:${id}:${at.getTime()}`,
    kind,
    byId,
    at,
    about: {
      kind: 'application',
      id,
      title,
      place: communeName(commune),
      path: toHr ? `/emplois/${vacancyId}/candidatures?candidature=${id}` : `/emplois/mes-candidatures/${id}`,
    },
    to: toHr ? { hr: commune } : { people: [applicantId as string] },
  });
};

const settle = async (application: ApplicationRecord, files: FileStore): Promise<void> => {
  const { _id, unsettled, doomed, untold } = application;
  for (const key of doomed) await files.remove(key);
  for (const each of untold) await tell(application, each);
  await ApplicationModel.updateOne({ _id, unsettled }, { $unset: { unsettled: 1 }, $set: { doomed: [], untold: [] } });
};

/** Tells whom it concerns and removes files nobody needs, without keeping the writer waiting. */
export const settleApplication = (application: ApplicationRecord, files: FileStore): void =>
  inBackground('settle application', () => settle(application, files));

/** Applications whose files never came: what was written of them goes. */
const dropIncoming = async (files: FileStore): Promise<void> => {
  const lost = await ApplicationModel.find({ incoming: { $lt: new Date(Date.now() - INCOMING_MS) } })
    .limit(AT_ONCE)
    .lean<ApplicationRecord[]>();
  for (const { _id, files: kept } of lost) {
    for (const { key } of kept) await files.remove(key);
    await ApplicationModel.deleteOne({ _id, incoming: { $exists: true } });
  }
};

/** Carries out what a crash interrupted; `all` at start. Twice does no harm. */
export const sweepApplications = async (files: FileStore, { all = false } = {}): Promise<void> => {
  const overdue = all ? { $exists: true } : { $lt: new Date(Date.now() - OVERDUE_MS) };
  for (const application of await ApplicationModel.find({ unsettled: overdue }).limit(AT_ONCE).lean<ApplicationRecord[]>())
    await settle(application, files).catch((error: unknown) => logger.error({ err: error }, 'application not settled'));
  await dropIncoming(files);
};

/** Sweeps at once and from time to time; gives back how to stop. */
export const startSweepingApplications = (files: FileStore): (() => Promise<void>) => {
  // What was interrupted before this start is nobody's work any more.
  let all = true;
  const work = (): Promise<void> => {
    const sweeping = sweepApplications(files, { all });
    all = false;
    return sweeping;
  };
  return startRecurring({ name: 'sweep applications', everyMs: SWEEP_EVERY_MS, work, atOnce: true });
};
