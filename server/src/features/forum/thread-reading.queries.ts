import type { Actor } from '@beffroi/shared/core/actor';
import { floorOf, isShown, NOT_FOLLOWED, type Reading, readingFrom, readUpTo } from '@beffroi/shared/features/attention/reading';
import type { ThreadReading } from '@beffroi/shared/features/attention/thread-reading.contract';
import type { Types } from 'mongoose';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { type Marks, marksFor } from '../attention/marks.queries.ts';
import { ReplyModel } from './reply.model.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

export type ReadableThread = Pick<
  ThreadRecord,
  '_id' | 'clubId' | 'createdAt' | 'lastActivityAt' | 'lastNumber' | 'deletedNumbers' | 'author'
>;

const PROGRESS = { clubId: 1, createdAt: 1, lastActivityAt: 1, lastNumber: 1, deletedNumbers: 1, 'author.id': 1 } as const;

/** The threads of these clubs that moved since an instant, the latest first, as far as reading them goes. */
export const activeSince = (clubIds: string[], instant: Date, limit: number): Promise<ReadableThread[]> =>
  ThreadModel.find({ clubId: { $in: clubIds }, deletedAt: null, lastActivityAt: { $gt: instant } }, PROGRESS)
    .sort({ lastActivityAt: -1, _id: -1 })
    .limit(limit)
    .lean<ReadableThread[]>()
    .exec();

/** These threads, deleted ones aside, as far as reading them goes. */
export const progressOf = (ids: Types.ObjectId[]): Promise<ReadableThread[]> =>
  ThreadModel.find({ _id: { $in: ids }, deletedAt: null }, PROGRESS)
    .lean<ReadableThread[]>()
    .exec();

/** From an instant until the first reply after it, the last reply before is this one: for good, as later replies have later numbers. */
interface Span {
  from: number;
  until: number;
  last: number;
}
/** Of threads, what was found for one person's arrival: it answers for most of the others. */
const spans = new Map<string, Span[]>();
const THREADS_KEPT = 20_000;
const SPANS_KEPT = 8;
forgetAtClose(() => spans.clear());

const knownBefore = (id: string, instant: number): number | undefined =>
  spans.get(id)?.find(({ from, until }) => from <= instant && instant < until)?.last;

const keepSpan = (id: string, span: Span): void => {
  if (spans.size >= THREADS_KEPT) spans.clear();
  const others = (spans.get(id) ?? []).filter(({ last }) => last !== span.last);
  spans.set(id, [span, ...others].slice(0, SPANS_KEPT));
};

/** The last reply of each of these threads before that instant, found by the first one after it; those that have none after are left out. */
export const readAtInstant = async (threadIds: Types.ObjectId[], instant: Date): Promise<[string, number][]> => {
  const from = instant.getTime();
  const known = new Map<string, number>();
  const unknown: Types.ObjectId[] = [];
  for (const _id of threadIds) {
    const last = knownBefore(_id.toHexString(), from);
    if (last === undefined) unknown.push(_id);
    else known.set(_id.toHexString(), last);
  }
  if (unknown.length === 0) return [...known];
  const firsts = await ReplyModel.aggregate<{ _id: Types.ObjectId; number: number; at: Date }>([
    { $match: { threadId: { $in: unknown }, createdAt: { $gt: instant } } },
    { $group: { _id: '$threadId', number: { $min: '$number' }, at: { $min: '$createdAt' } } },
  ]);
  for (const { _id, number, at } of firsts) {
    keepSpan(_id.toHexString(), { from, until: at.getTime(), last: number - 1 });
    known.set(_id.toHexString(), number - 1);
  }
  return [...known];
};

/** What the marks cannot say of threads older than the person's arrival that moved since: one command a club, seldom any. */
const readAtFloors = async (threads: ReadableThread[], marks: Marks): Promise<Map<string, number>> => {
  const byFloor = new Map<number, Types.ObjectId[]>();
  for (const { _id, clubId } of threads) {
    const floor = floorOf(marks.threads.get(_id.toHexString()), marks.clubs.get(clubId))?.getTime() ?? 0;
    byFloor.set(floor, [...(byFloor.get(floor) ?? []), _id]);
  }
  const found = await Promise.all([...byFloor].map(([floor, ids]) => readAtInstant(ids, new Date(floor))));
  return new Map(found.flat());
};

/** Where the actor stands in each of these threads, given her marks of them; by thread id. */
export const readingsWith = async (threads: ReadableThread[], marks: Marks): Promise<Map<string, Reading>> => {
  const readings = new Map<string, Reading>();
  const unsure: ReadableThread[] = [];
  for (const thread of threads) {
    const id = thread._id.toHexString();
    const [mark, follow] = [marks.threads.get(id), marks.clubs.get(thread.clubId)];
    const read = readUpTo(thread, mark, follow);
    if (!isShown(mark, follow)) readings.set(id, { ...NOT_FOLLOWED, read: Math.max(read ?? 0, 0) });
    else if (read === null) unsure.push(thread);
    else readings.set(id, readingFrom(thread, read, mark?.own ?? []));
  }
  if (unsure.length === 0) return readings;
  const numbers = await readAtFloors(unsure, marks);
  for (const thread of unsure) {
    const id = thread._id.toHexString();
    readings.set(id, readingFrom(thread, numbers.get(id) ?? thread.lastNumber, marks.threads.get(id)?.own ?? []));
  }
  return readings;
};

/** Where the actor stands in a thread and how she follows it and its club: one command, and seldom a second. */
export const readingOfThread = async (actor: Actor, thread: ReadableThread): Promise<ThreadReading> => {
  const marks = await marksFor(actor, [thread._id], [thread.clubId]);
  const id = thread._id.toHexString();
  const { read, unread, isNew } = (await readingsWith([thread], marks)).get(id) ?? NOT_FOLLOWED;
  const clubLevel = marks.clubs.get(thread.clubId)?.level ?? null;
  return { read, unread, isNew, level: marks.threads.get(id)?.level ?? null, clubLevel };
};

/** Where the actor stands in each thread of a list: one command, and seldom a second. */
export const readingsOf = async (actor: Actor, threads: ReadableThread[]): Promise<Map<string, Reading>> => {
  if (threads.length === 0) return new Map();
  const clubIds = [...new Set(threads.map(({ clubId }) => clubId))];
  return readingsWith(
    threads,
    await marksFor(
      actor,
      threads.map(({ _id }) => _id),
      clubIds,
    ),
  );
};
