import type { Actor } from '@beffroi/shared/core/actor';
import type { CatchUpReason } from '@beffroi/shared/features/attention/attention.vocabulary';
import { mentionWaits, type Reading, showsAll, type ThreadMark, waits } from '@beffroi/shared/features/attention/reading';
import type { Types } from 'mongoose';
import { readableClubs } from '../clubs/known-clubs.queries.ts';
import { activeSince, progressOf, type ReadableThread, readingsWith } from '../forum/thread-reading.queries.ts';
import { type Marks, marksFor, ownThreads } from './marks.queries.ts';

/** The latest threads of one's clubs in which something may wait: what was left unread longer ago is shown in its club alone. */
export const ACTIVE_MAX = 400;
/** The latest threads followed on their own account. */
const OWN_MAX = 200;

export interface WaitingThread {
  id: string;
  thread: ReadableThread;
  reading: Reading;
  reason: CatchUpReason;
  mark: ThreadMark | undefined;
}
interface Waiting {
  threads: WaitingThread[];
  /** How the actor follows each club whose whole life she follows. */
  followed: ReadonlyMap<string, Date>;
  /** Fewer threads moved than are looked at: nothing was left out. */
  whole: boolean;
}

/** The clubs followed as a whole, each with the instant up to which all counts as read. */
const followedClubs = (marks: Marks): Map<string, Date> =>
  new Map([...marks.clubs].flatMap(([id, { level, floor }]) => (showsAll(level) && floor ? [[id, floor] as const] : [])));

/** Threads of other clubs that the actor follows all the same, or that mention her. */
const followedElsewhere = async (actor: Actor, followed: ReadonlyMap<string, Date>, readable: Set<string>): Promise<ReadableThread[]> => {
  const own = (await ownThreads(actor, OWN_MAX)).filter(({ clubId }) => !followed.has(clubId));
  const ids = new Map<string, Types.ObjectId>(own.map(({ subjectId }) => [subjectId.toHexString(), subjectId]));
  const threads = ids.size > 0 ? await progressOf([...ids.values()]) : [];
  return threads.filter(({ clubId }) => readable.has(clubId) && !followed.has(clubId));
};

const activeIn = async (followed: ReadonlyMap<string, Date>): Promise<{ active: ReadableThread[]; whole: boolean }> => {
  if (followed.size === 0) return { active: [], whole: true };
  const earliest = new Date(Math.min(...[...followed.values()].map((floor) => floor.getTime())));
  const found = await activeSince([...followed.keys()], earliest, ACTIVE_MAX);
  const active = found.filter(({ clubId, lastActivityAt }) => lastActivityAt > (followed.get(clubId) as Date));
  return { active, whole: found.length < ACTIVE_MAX };
};

const reasonFor = (actor: Actor, thread: ReadableThread, mark: ThreadMark | undefined): CatchUpReason =>
  mentionWaits(mark) ? 'mentioned' : thread.author.id === actor.personId ? 'own' : 'followed';

/**
 * All that waits to be read in what the actor follows: a constant number of commands and a bounded number of threads, however
 * long she has been there.
 */
export const waitingFor = async (actor: Actor): Promise<Waiting> => {
  const clubIds = readableClubs(actor).map(({ id }) => id);
  const clubs = await marksFor(actor, [], clubIds);
  const followed = followedClubs(clubs);
  const [{ active, whole }, elsewhere] = await Promise.all([activeIn(followed), followedElsewhere(actor, followed, new Set(clubIds))]);
  const all = [...active, ...elsewhere];
  const marks =
    all.length > 0
      ? {
          ...clubs,
          threads: (
            await marksFor(
              actor,
              all.map(({ _id }) => _id),
              [],
            )
          ).threads,
        }
      : clubs;
  const readings = await readingsWith(all, marks);
  const threads = all.flatMap((thread) => {
    const id = thread._id.toHexString();
    const reading = readings.get(id) as Reading;
    const mark = marks.threads.get(id);
    return waits(reading) ? [{ id, thread, reading, mark, reason: reasonFor(actor, thread, mark) }] : [];
  });
  return { threads, followed, whole };
};
