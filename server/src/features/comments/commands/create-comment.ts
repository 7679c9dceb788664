import { type Anchor, passageOf, textOf } from '@beffroi/shared/collab/anchors';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { COMMENT_LIMITS, type CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { canComment } from '@beffroi/shared/features/comments/comments.policy';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { openDocument } from '../../../collab/opened-document.ts';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { withTrueMentions } from '../../accounts/mentions.queries.ts';
import { accessTemplate } from '../../templates/template-access.queries.ts';
import { followThread } from '../change-comment.ts';
import { CommentThreadModel, type CommentThreadRecord, newComment } from '../comment-thread.model.ts';
import { presentCommentThread } from '../comments.presenter.ts';
import { quoted } from '../quote.ts';

interface NewComment {
  id: string;
  anchor: Anchor;
  body: RichText;
  idempotencyKey?: string | undefined;
}

/** What is commented, read in the document itself: a quote is never taken from outside. @throws AppError `conflict` */
const quoteOf = async (documents: LiveDocuments, documentId: string, anchor: Anchor): Promise<string> => {
  const { fragment, content } = openDocument(await documents.read(documentId));
  const passage = passageOf(fragment, anchor);
  const quote = passage && textOf(content, passage).trim();
  if (!quote)
    throw new AppError('conflict', {
      detail: 'Ce passage a été supprimé entre-temps\u00a0: choisissez-en un autre, votre texte est gardé.',
    });
  return quoted(quote);
};

const insert = async (thread: CommentThreadRecord): Promise<{ thread: CommentThreadRecord; created: boolean }> => {
  try {
    await CommentThreadModel.collection.insertOne({ ...thread });
    return { thread, created: true };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const { author, idempotencyKey, templateId } = thread;
    const first = await CommentThreadModel.findOne({ 'author.id': author.id, idempotencyKey }).lean<CommentThreadRecord>();
    if (first?.templateId === templateId) return { thread: first, created: false };
    throw new AppError('invalid-input', {
      errors: [{ path: 'idempotencyKey', message: 'Cette clé a déjà servi ailleurs.' }],
      cause: error,
    });
  }
};

/**
 * Comments a passage. Sent again with the same key, it gives the comment the first sending made.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`, `conflict` when the passage is gone
 */
export const createComment = async (actor: Actor, input: NewComment, documents: LiveDocuments): Promise<CommentThread> => {
  const template = await accessTemplate(actor, input.id, canComment);
  const [author, body, quote, count] = await Promise.all([
    personRef(actor.personId),
    withTrueMentions(actor, input.body),
    quoteOf(documents, template.documentId, input.anchor),
    CommentThreadModel.countDocuments({ templateId: template.id }),
  ]);
  if (count >= COMMENT_LIMITS.threads)
    throw new AppError('forbidden', {
      detail: `Ce document a déjà ${COMMENT_LIMITS.threads} commentaires\u00a0: c’est le plus qu’il puisse porter.`,
    });
  const comment = newComment({ author, body, createdAt: now(), idempotencyKey: input.idempotencyKey });
  const { thread, created } = await insert({
    ...comment,
    templateId: template.id,
    clubId: template.club.id,
    anchor: input.anchor,
    quote,
    resolution: null,
    replies: [],
    untold: [comment._id.toHexString()],
  });
  if (created) followThread(thread);
  return presentCommentThread(actor, thread, template.facts);
};
