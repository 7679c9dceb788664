import { objectId } from '../../platform/object-id.ts';
import { MarkModel, type MarkRecord } from './mark.model.ts';

interface SeenPost {
  threadId: string;
  clubId: string;
  /** Zero for the thread's own text. */
  number: number;
  at: Date;
}

/** Which of these posts the person has seen, or counts as read with all of their club: one command. */
export const seenAmong = async <T extends SeenPost>(personId: string, posts: readonly T[]): Promise<T[]> => {
  const subjectId = { $in: [...new Set(posts.flatMap(({ threadId, clubId }) => [threadId, clubId]))].map(objectId) };
  const marks = await MarkModel.find({ personId, subjectId }, { subjectId: 1, read: 1, floor: 1 }).lean<MarkRecord[]>();
  const known = new Map(marks.map((mark) => [mark.subjectId.toHexString(), mark]));
  return posts.filter(({ threadId, clubId, number, at }) => {
    const [read, floor] = [known.get(threadId)?.read ?? null, known.get(clubId)?.floor];
    return (read !== null && read >= number) || (floor && at <= floor);
  });
};
