import { anchorsOf, type Passage, passageOfQuote, textOf } from '@beffroi/shared/collab/anchors';
import type { Actor } from '@beffroi/shared/core/actor';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { canComment } from '@beffroi/shared/features/comments/comments.policy';
import type { Node } from '@tiptap/pm/model';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { openDocument } from '../../../collab/opened-document.ts';
import { now } from '../../../platform/clock.ts';
import { isDuplicate } from '../../../platform/duplicate-key.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { accessTemplate } from '../../templates/template-access.queries.ts';
import { CommentThreadModel, type CommentThreadRecord, newComment } from '../comment-thread.model.ts';
import { quoted } from '../quote.ts';

interface Said {
  /** The name Word gives: nobody here is known to have said it. */
  author: string;
  /** An ISO instant; null where the file gives none. */
  at: string | null;
  text: string;
}

interface DiscussionToImport extends Said, Passage {
  replies: Said[];
  resolved: boolean;
}

interface CommentsToImport {
  /** Of the model that was begun with the file. */
  id: string;
  /** What the file says: passages are positions in it. */
  content: Node;
  comments: readonly DiscussionToImport[];
}

/** Written once each, whatever is sent again. */
const insertNew = async (threads: CommentThreadRecord[]): Promise<void> => {
  try {
    await CommentThreadModel.collection.insertMany(threads, { ordered: false });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
};

/**
 * Puts what was said in a Word file beside the model begun with it. Its author is who imports, with the name Word gives beside;
 * nobody is told, since nobody here just said it. Sent again, it is done once.
 * @param comments within the limits of comments, which the reader of the file holds
 * @throws AppError `not-found`, `forbidden`
 */
export const importComments = async (
  actor: Actor,
  { id, content, comments }: CommentsToImport,
  documents: LiveDocuments,
): Promise<void> => {
  if (comments.length === 0) return;
  const template = await accessTemplate(actor, id, canComment);
  const [author, doc] = await Promise.all([personRef(actor.personId), documents.read(template.documentId)]);
  const { fragment, content: present } = openDocument(doc);
  // Sent again, it may find a text that somebody began to change.
  const found = comments.flatMap((comment, rank) => {
    const quote = textOf(content, comment);
    const isThere = comment.to <= present.content.size && textOf(present, comment) === quote;
    const passage = isThere ? comment : passageOfQuote(present, quote);
    return passage ? [{ ...comment, from: passage.from, to: passage.to, rank, quote: quoted(quote.trim()) }] : [];
  });
  const anchors = anchorsOf(fragment, found);
  const createdAt = now();
  const said = ({ author: name, at, text }: Said) =>
    newComment({ author, createdAt, body: paragraphs(text), imported: { author: name, at: at === null ? null : new Date(at) } });
  await insertNew(
    found.map(({ rank, quote, replies, resolved, ...first }, index) => ({
      ...said(first),
      idempotencyKey: `import:${id}:${rank}`,
      templateId: id,
      clubId: template.club.id,
      anchor: anchors[index] as CommentThreadRecord['anchor'],
      quote,
      resolution: resolved ? { at: createdAt, by: null } : null,
      replies: replies.map(said),
    })),
  );
};
