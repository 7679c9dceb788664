import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { ARCHIVED } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import type { Reply } from '@beffroi/shared/features/forum/forum.contract';
import { canReply } from '@beffroi/shared/features/forum/forum.policy';
import { Types } from 'mongoose';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { publish } from '../../../platform/events.ts';
import { inTurn } from '../../../platform/in-turn.ts';
import { objectId } from '../../../platform/object-id.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { checkReferences } from '../check-references.ts';
import { presentReply } from '../forum.presenter.ts';
import { readableThread } from '../forum.queries.ts';
import { ReplyModel, type ReplyRecord } from '../reply.model.ts';
import { newMark, settleReply } from '../settle.ts';
import type { ThreadRecord } from '../thread.model.ts';

interface NewReply {
  id: string;
  body: RichText;
  parentId?: string | null | undefined;
  idempotencyKey?: string | undefined;
}
/** Far more writers at one instant than a thread ever has. */
const ATTEMPTS = 50;

/** The top-level reply answered; replies nest one level. @throws AppError `not-found`, `invalid-input` */
const parentOf = async (threadId: Types.ObjectId, parentId: string | null | undefined): Promise<Types.ObjectId | null> => {
  if (!parentId) return null;
  const parent = await ReplyModel.findOne({ _id: objectId(parentId), threadId }, { parentId: 1, deletedAt: 1 }).lean();
  if (!parent || parent.deletedAt) throw new AppError('not-found', { detail: 'La réponse à laquelle vous répondez a été supprimée.' });
  if (parent.parentId)
    throw new AppError('invalid-input', { errors: [{ path: 'parentId', message: 'On répond à une réponse, pas à un commentaire.' }] });
  return parent._id;
};

const closedSentence = ({ closure, duplicateOf }: ThreadRecord): string => {
  if (closure?.reason)
    return `Ce sujet est fermé\u00a0: il ne reçoit plus de réponse. Motif\u00a0: ${closure.reason.replace(/[.\s]+$/u, '')}.`;
  return duplicateOf && !closure
    ? 'Cette question avait déjà été posée\u00a0: répondez dans le premier sujet.'
    : 'Ce sujet est fermé\u00a0: il ne reçoit plus de réponse.';
};

const lastNumber = async (threadId: Types.ObjectId): Promise<number> =>
  (await ReplyModel.findOne({ threadId }, { number: 1 }).sort({ number: -1 }).lean())?.number ?? 0;

const reusedKey = () =>
  new AppError('invalid-input', { errors: [{ path: 'idempotencyKey', message: 'Cette clé a déjà servi ailleurs.' }] });

/** Inserts with the next free number, which the unique index gives to one writer only; the others try the next. */
const insertNumbered = async (reply: Omit<ReplyRecord, 'number'>, from: number): Promise<{ record: ReplyRecord; created: boolean }> => {
  const { idempotencyKey } = reply;
  let number = from + 1;
  for (let attempt = 1; ; attempt++) {
    try {
      const record = { ...reply, number };
      await ReplyModel.collection.insertOne({ ...record });
      // Written past the model, which would tell it.
      await publish('forum.texts.changed', { threadId: reply.threadId.toHexString(), clubId: reply.clubId, lists: 'same' });
      return { record, created: true };
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (attempt === ATTEMPTS) throw new AppError('unavailable', { cause: error });
      const first = idempotencyKey && (await ReplyModel.findOne({ 'author.id': reply.author.id, idempotencyKey }).lean<ReplyRecord>());
      if (first && !first.threadId.equals(reply.threadId)) throw reusedKey();
      if (first) return { record: first, created: false };
      number = (await lastNumber(reply.threadId)) + 1;
    }
  }
};

/**
 * Replies to a thread, or to one of its top-level replies. Sent again with the same key, it gives the reply the first
 * sending made.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`
 */
export const createReply = async (actor: Actor, { id, parentId, idempotencyKey, ...input }: NewReply): Promise<Reply> => {
  const { thread, club, facts } = await readableThread(actor, id);
  if (!canReply(actor, facts)) {
    const detail = club.archived ? ARCHIVED : facts.closed ? closedSentence(thread) : undefined;
    throw new AppError('forbidden', detail ? { detail } : {});
  }
  const [author, parent, body] = await Promise.all([
    personRef(actor.personId),
    parentOf(thread._id, parentId),
    checkReferences(actor, input.body, club.id),
  ]);
  const draft: Omit<ReplyRecord, 'number'> = {
    _id: new Types.ObjectId(),
    threadId: thread._id,
    clubId: club.id,
    parentId: parent,
    body,
    author,
    createdAt: now(),
    editedAt: null,
    editedBy: null,
    version: 1,
    usefulBy: [],
    usefulCount: 0,
    deletedAt: null,
    deletedBy: null,
    removal: null,
    unsettled: newMark(),
    ...(idempotencyKey && { idempotencyKey }),
  };
  // One at a time in this process: the unique index alone would make a crowd try again and again.
  const { record, created } = await inTurn(`reply:${id}`, () => insertNumbered(draft, thread.lastNumber));
  if (created) await settleReply(record, { ofClub: actor.clubs[club.id] !== undefined });
  return presentReply(actor, record, facts);
};
