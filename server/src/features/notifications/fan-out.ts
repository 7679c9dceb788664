import { Types } from 'mongoose';
import { subscribe } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import { type NotificationJob, NotificationJobModel } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { pagesAfter } from './audience.ts';
import { deliver } from './deliver.ts';

interface FanOutSettings {
  /** People told between two notes of how far it has come: what is done again, at most, when the process is killed. */
  pageSize?: number;
  /** A job whose worker gave no sign for this long is taken over. */
  leaseMs?: number;
  deliverPage?: typeof deliver;
}

const PAGE_SIZE = 500;
const LEASE_MS = 30_000;
/** Also what another process left behind is looked for. */
const SWEEP_EVERY_MS = 60_000;

interface Worker extends Required<FanOutSettings> {
  owner: string;
}

const leaseFrom = ({ owner, leaseMs }: Worker) => ({ owner, leasedUntil: new Date(Date.now() + leaseMs) });

/** Takes the oldest job nobody is at: one statement, so that two workers never both take it. */
const claim = (worker: Worker): Promise<NotificationJob | null> =>
  NotificationJobModel.findOneAndUpdate(
    { pending: true, leasedUntil: { $lte: new Date() } },
    { $set: leaseFrom(worker) },
    { sort: { queuedAt: 1 }, returnDocument: 'after' },
  ).lean<NotificationJob>();

/** Notes how far it has come; false when somebody else took the job over meanwhile, who goes on from the note before. */
const note = async ({ _id }: NotificationJob, { owner }: Worker, change: object): Promise<boolean> =>
  (await NotificationJobModel.updateOne({ _id, owner, pending: true }, change)).matchedCount === 1;

const carryOut = async (job: NotificationJob, worker: Worker): Promise<void> => {
  let after: string | undefined;
  for await (const page of pagesAfter(job.after, job.to, worker.pageSize)) {
    // The last page is noted by what says that all is done.
    if (after && !(await note(job, worker, { $set: { after, ...leaseFrom(worker) } }))) return;
    await worker.deliverPage(job, page);
    after = page.at(-1);
  }
  await note(job, worker, { $set: { doneAt: new Date() }, $unset: { pending: 1 } });
};

/**
 * Carries out every job that is due. Killed in the middle, a job is taken over when its lease runs out and goes on from the last
 * page noted; the people of the page that was under way are kept from being told twice by a unique index.
 */
export const carryOutJobs = async (settings: FanOutSettings = {}, goOn: () => boolean = () => true): Promise<void> => {
  const worker = { pageSize: PAGE_SIZE, leaseMs: LEASE_MS, deliverPage: deliver, ...settings, owner: new Types.ObjectId().toHexString() };
  while (goOn()) {
    const job = await claim(worker);
    if (!job) return;
    // Left to its lease: tried again once that has run out, and the jobs behind it do not wait.
    await carryOut(job, worker).catch((error: unknown) => logger.error({ err: error, job: job._id }, 'notification job failed'));
  }
};

/** Starts carrying jobs out, as they come and from time to time. @returns how to stop; what is under way is finished first */
export const startFanOut = (): (() => Promise<void>) =>
  startRecurring({
    name: 'carry notifications out',
    everyMs: SWEEP_EVERY_MS,
    work: (goOn) => carryOutJobs({}, goOn),
    atOnce: true,
    listen: (wake) => subscribe('notifications.job.queued', wake),
  });
