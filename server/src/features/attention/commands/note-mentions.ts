import { now } from '../../../platform/clock.ts';
import { objectId } from '../../../platform/object-id.ts';
import { MarkModel } from '../mark.model.ts';
import { writeMarks } from '../write-marks.ts';

interface Mentions {
  threadId: string;
  clubId: string;
  /** The reply that mentions them; 0 for the thread's text. */
  number: number;
  people: string[];
}

/** Keeps, for each person a text mentions, the last place where it does: one command, the same however often. */
export const noteMentions = async ({ threadId, clubId, number, people }: Mentions): Promise<void> => {
  if (people.length === 0) return;
  const at = now();
  const writes = people.map((personId) => ({
    updateOne: {
      filter: { personId, subjectId: objectId(threadId) },
      update: {
        $max: { mentioned: number },
        $set: { mentionedAt: at, clubId },
        $setOnInsert: { subject: 'thread' as const, level: null, reason: null, read: null, own: [], at },
      },
      upsert: true,
    },
  }));
  await writeMarks(people, () => MarkModel.bulkWrite(writes, { ordered: false }));
};
