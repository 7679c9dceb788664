import { setTimeout as pause } from 'node:timers/promises';
import { Types } from 'mongoose';
import { subscribe } from '../../platform/events.ts';
import { logger } from '../../platform/logger.ts';
import { type Audience, type NotificationJob, NotificationJobModel } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { pagesAfter } from './audience.ts';
import { deliver, type Pace } from './deliver.ts';

/** Whom a job tells: some named people, who wait for it, or all of a club, of a thread, of the territory. */
type Reach = 'named' | 'wide';

interface FanOutSettings {
  /** Only these jobs; all of them otherwise. */
  reach?: Reach;
  /** People told between two notes of how far it has come: what is done again, at most, when the process is killed. */
  pageSize?: number;
  /** A job whose worker gave no sign for this long is taken over. */
  leaseMs?: number;
  deliverPage?: typeof deliver;
}

/** What a page asks is asked as often of a short one. */
const PAGE_SIZE = 100;
/** After each step of telling many, those who read and write have the machine to themselves for this many times as long as it took. */
const REST = 6;
const LEASE_MS = 30_000;
/** Also what another process left behind is looked for. */
const SWEEP_EVERY_MS = 60_000;

interface Worker extends Required<Omit<FanOutSettings, 'reach'>> {
  reach: Reach | null;
  owner: string;
}

const reachOf = (to: Audience): Reach => ('people' in to ? 'named' : 'wide');

const leaseFrom = ({ owner, leaseMs }: Worker) => ({ owner, leasedUntil: new Date(Date.now() + leaseMs) });

/** Takes the oldest job nobody is at: one statement, so that two workers never both take it. */
const claim = (worker: Worker): Promise<NotificationJob | null> =>
  NotificationJobModel.findOneAndUpdate(
    { pending: true, leasedUntil: { $lte: new Date() }, ...(worker.reach && { 'to.people': { $exists: worker.reach === 'named' } }) },
    { $set: leaseFrom(worker) },
    { sort: { queuedAt: 1 }, returnDocument: 'after' },
  ).lean<NotificationJob>();

/** Notes how far it has come; false when somebody else took the job over meanwhile, who goes on from the note before. */
const note = async ({ _id }: NotificationJob, { owner }: Worker, change: object): Promise<boolean> =>
  (await NotificationJobModel.updateOne({ _id, owner, pending: true }, change)).matchedCount === 1;

const restingAfter: Pace = async (step) => {
  const began = performance.now();
  const result = await step();
  await pause(REST * (performance.now() - began));
  return result;
};

const carryOut = async (job: NotificationJob, worker: Worker): Promise<void> => {
  let after: string | undefined;
  for await (const page of pagesAfter(job.after, job.to, worker.pageSize)) {
    // The last page is noted by what says that all is done.
    if (after && !(await note(job, worker, { $set: { after, ...leaseFrom(worker) } }))) return;
    await (reachOf(job.to) === 'wide' ? worker.deliverPage(job, page, restingAfter) : worker.deliverPage(job, page));
    after = page.at(-1);
  }
  await note(job, worker, { $set: { doneAt: new Date() }, $unset: { pending: 1 } });
};

/**
 * Carries out every job that is due. Killed in the middle, a job is taken over when its lease runs out and goes on from the last
 * page noted; the people of the page that was under way are kept from being told twice by a unique index.
 */
export const carryOutJobs = async (settings: FanOutSettings = {}, goOn: () => boolean = () => true): Promise<void> => {
  const owner = new Types.ObjectId().toHexString();
  const worker = { reach: null, pageSize: PAGE_SIZE, leaseMs: LEASE_MS, deliverPage: deliver, ...settings, owner };
  while (goOn()) {
    const job = await claim(worker);
    if (!job) return;
    // Left to its lease: tried again once that has run out, and the jobs behind it do not wait.
    await carryOut(job, worker).catch((error: unknown) => logger.error({ err: error, job: job._id }, 'notification job failed'));
  }
};

const startLane = (reach: Reach): (() => Promise<void>) =>
  startRecurring({
    name: `carry ${reach} notifications out`,
    everyMs: SWEEP_EVERY_MS,
    work: (goOn) => carryOutJobs({ reach }, goOn),
    atOnce: true,
    listen: (wake) =>
      subscribe('notifications.job.queued', ({ to }) => {
        if (reachOf(to) === reach) wake();
      }),
  });

/**
 * Starts carrying jobs out, as they come and from time to time. A substitute asked for tomorrow morning does not wait until three
 * thousand have heard of a new thread: named people have a lane of their own.
 * @returns how to stop; what is under way is finished first
 */
export const startFanOut = (): (() => Promise<void>) => {
  const lanes = [startLane('named'), startLane('wide')];
  return async () => {
    await Promise.all(lanes.map((stop) => stop()));
  };
};
