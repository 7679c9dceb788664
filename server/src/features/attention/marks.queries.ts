import type { Actor } from '@beffroi/shared/core/actor';
import type { ClubFollow, ThreadMark } from '@beffroi/shared/features/attention/reading';
import type { Types } from 'mongoose';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { objectId } from '../../platform/object-id.ts';
import { keptMarks } from './kept-marks.ts';
import { MarkModel, type MarkRecord } from './mark.model.ts';

export interface Marks {
  /** By thread id. */
  threads: ReadonlyMap<string, ThreadMark>;
  /** By club id: every club asked for that she follows in some way. */
  clubs: ReadonlyMap<string, ClubFollow>;
}

const MARK_FIELDS = { _id: 0, subject: 1, subjectId: 1, level: 1, read: 1, own: 1, mentioned: 1, floor: 1 } as const;

const threadMarkOf = ({ read, own, level, mentioned, floor }: Partial<MarkRecord>): ThreadMark => ({
  read: read ?? null,
  own: own ?? [],
  // Of a thread nobody chooses what only a club offers.
  level: (level ?? null) as ThreadMark['level'],
  mentioned: mentioned ?? null,
  floor: floor ?? null,
});

/** A member follows the essential of her club unless she chose otherwise; nobody else follows anything she did not choose. */
export const clubFollowOf = (actor: Actor, clubId: string, mark?: Pick<MarkRecord, 'level' | 'floor'>): ClubFollow => ({
  level: mark?.level ?? (actor.clubs[clubId] ? 'essential' : null),
  floor: mark?.floor ?? null,
});

/** As many as most people ever have: all of theirs are read at once, and answer every list and thread they open meanwhile. */
const READ_WHOLE = 200;
/** Those who have more: what they open is looked for by itself. */
const haveMore = new Set<string>();
forgetAtClose(() => haveMore.clear());

const readAll = async (personId: string): Promise<MarkRecord[]> => {
  const marks = await MarkModel.find({ personId }, MARK_FIELDS)
    .limit(READ_WHOLE + 1)
    .batchSize(READ_WHOLE + 1)
    .lean<MarkRecord[]>();
  if (marks.length > READ_WHOLE) haveMore.add(personId);
  return marks;
};

/** The marks a person has among these things. */
const marksAmong = async (personId: string, subjectIds: Types.ObjectId[]): Promise<MarkRecord[]> => {
  const all = haveMore.has(personId) ? [] : await keptMarks.get(personId, 'all', () => readAll(personId));
  const asked = new Set(subjectIds.map(String));
  if (!haveMore.has(personId)) return all.filter(({ subjectId }) => asked.has(subjectId.toHexString()));
  const read = () =>
    MarkModel.find({ personId, subjectId: { $in: subjectIds } }, MARK_FIELDS)
      .lean<MarkRecord[]>()
      .exec();
  return keptMarks.get(personId, subjectIds.join(), read);
};

/** The actor's own marks of these threads and how she follows these clubs: one command, or none while those read before stand. */
export const marksFor = async (actor: Actor, threadIds: Types.ObjectId[], clubIds: string[]): Promise<Marks> => {
  const { personId } = actor;
  const subjectIds = [...clubIds.map(objectId), ...threadIds];
  const found = await marksAmong(personId, subjectIds);
  const [threads, clubs] = [new Map<string, ThreadMark>(), new Map<string, ClubFollow>()];
  for (const clubId of clubIds) if (actor.clubs[clubId]) clubs.set(clubId, clubFollowOf(actor, clubId));
  for (const mark of found) {
    const id = mark.subjectId.toHexString();
    if (mark.subject === 'club') clubs.set(id, clubFollowOf(actor, id, mark));
    else threads.set(id, threadMarkOf(mark));
  }
  return { threads, clubs };
};

/** The latest threads the actor follows on their own account and the latest that mention her, whatever their clubs: two commands. */
export const ownThreads = async (actor: Actor, limit: number): Promise<Pick<MarkRecord, 'subjectId' | 'clubId'>[]> => {
  const fields = { _id: 0, subjectId: 1, clubId: 1 } as const;
  const { personId } = actor;
  const found = await Promise.all([
    MarkModel.find({ personId, subject: 'thread', level: 'all' }, fields).sort({ at: -1 }).limit(limit).lean<MarkRecord[]>(),
    MarkModel.find({ personId, mentionedAt: { $exists: true } }, fields)
      .sort({ mentionedAt: -1 })
      .limit(limit)
      .lean<MarkRecord[]>(),
  ]);
  return found.flat();
};
