import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { AnnouncementAudience, ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import type { Watch } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { Types } from 'mongoose';
import { now } from '../../platform/clock.ts';
import { isDuplicate } from '../../platform/duplicate-key.ts';
import { excerptOf } from '../../platform/excerpt.ts';
import type { Standing } from './forum.events.ts';
import { newMark, settleThread } from './settle.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

interface WrittenThread {
  clubId: string;
  author: PersonRef;
  kind: ThreadKind;
  title: string;
  body: RichText;
  watch?: Watch | undefined;
  audience?: AnnouncementAudience | undefined;
  tags?: string[] | undefined;
  idempotencyKey?: string | undefined;
}

/**
 * Writes a thread its author may start, and what follows from it. Under a key that served her already nothing is written.
 * @returns what was written, or the id of what that key had written
 */
export const writeThread = async (
  { idempotencyKey, tags, ...input }: WrittenThread,
  standing?: Standing,
): Promise<{ record: ThreadRecord } | { first: string }> => {
  const at = now();
  const thread = new ThreadModel({
    ...input,
    ...(tags && { tags }),
    ...(input.kind === 'announcement' && { audience: input.audience ?? 'club' }),
    _id: new Types.ObjectId(),
    excerpt: excerptOf(input.body),
    createdAt: at,
    lastActivityAt: at,
    unsettled: newMark(),
    ...(idempotencyKey && { idempotencyKey }),
  });
  try {
    await thread.save();
  } catch (error) {
    const first = isDuplicate(error) && (await ThreadModel.findOne({ 'author.id': input.author.id, idempotencyKey }, { _id: 1 }).lean());
    if (!first) throw error;
    return { first: first._id.toHexString() };
  }
  const record = thread.toObject() as ThreadRecord;
  await settleThread(record, standing);
  return { record };
};
