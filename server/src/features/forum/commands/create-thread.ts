import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { ThreadReading } from '@beffroi/shared/features/attention/thread-reading.contract';
import { ARCHIVED } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import type { ThreadPage } from '@beffroi/shared/features/forum/forum.contract';
import { canCreateThread } from '@beffroi/shared/features/forum/forum.policy';
import type { AnnouncementAudience, ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import type { Watch } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { Types } from 'mongoose';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { excerptOf } from '../../../platform/excerpt.ts';
import { readBack } from '../../../platform/written-json.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { readableClub } from '../../clubs/known-clubs.queries.ts';
import { checkReferences } from '../check-references.ts';
import { checkTags } from '../check-tags.ts';
import { presentThread } from '../forum.presenter.ts';
import { newMark, settleThread } from '../settle.ts';
import { ThreadModel, type ThreadRecord } from '../thread.model.ts';
import { getThread } from '../thread-pages.queries.ts';

/** Where its author stands: she has seen all of it, and will follow what comes. */
const AUTHORS_OWN: ThreadReading = { read: 0, unread: 0, isNew: false, level: 'all', clubLevel: null };

interface NewThread {
  slug: string;
  kind: ThreadKind;
  title: string;
  body: RichText;
  watch?: Watch | undefined;
  audience?: AnnouncementAudience | undefined;
  tags?: string[] | undefined;
  idempotencyKey?: string | undefined;
}

/**
 * Starts a thread in a club. Sent again with the same key, it gives the thread the first sending made.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`
 */
export const createThread = async (actor: Actor, { slug, idempotencyKey, tags = [], ...input }: NewThread): Promise<ThreadPage> => {
  const club = readableClub(actor, slug);
  if (!canCreateThread(actor, club, input.kind)) throw new AppError('forbidden', club.archived ? { detail: ARCHIVED } : {});
  const known = checkTags(tags, club);
  const [author, body] = await Promise.all([personRef(actor.personId), checkReferences(actor, input.body, club.id)]);
  const at = now();
  const thread = new ThreadModel({
    ...input,
    ...(known && { tags: known }),
    ...(input.kind === 'announcement' && { audience: input.audience ?? 'club' }),
    _id: new Types.ObjectId(),
    clubId: club.id,
    body,
    excerpt: excerptOf(body),
    author,
    createdAt: at,
    lastActivityAt: at,
    unsettled: newMark(),
    ...(idempotencyKey && { idempotencyKey }),
  });
  try {
    await thread.save();
  } catch (error) {
    const first = isDuplicate(error) && (await ThreadModel.findOne({ 'author.id': actor.personId, idempotencyKey }, { _id: 1 }).lean());
    if (!first) throw error;
    return readBack(await getThread(actor, { id: first._id.toHexString() }));
  }
  const record = thread.toObject() as ThreadRecord;
  await settleThread(record);
  return { ...presentThread(actor, record, club), replies: { items: [], nextCursor: null }, reading: AUTHORS_OWN };
};
