import { plainText } from '@beffroi/shared/core/rich-text';
import { COMMENT_LIMITS } from '@beffroi/shared/features/comments/comments.contract';
import { type CommentRecord, CommentThreadModel, type CommentThreadRecord } from './comment-thread.model.ts';

interface Said {
  author: string;
  /** The author’s name is one a Word file gave. */
  imported: boolean;
  at: string;
  text: string;
}

/** A comment as a file shows it, with where it was anchored. */
export interface CommentToExport extends Said {
  id: string;
  anchor: { from: string; to: string };
  quote: string;
  replies: Said[];
  resolved: boolean;
}

/** What came from Word goes out as it came: under the name, and of the day, it had there. */
const said = ({ author, imported, createdAt, body, deletedAt }: CommentRecord): Said => ({
  author: imported?.author ?? author.name,
  imported: Boolean(imported),
  at: (imported?.at ?? createdAt).toISOString(),
  text: deletedAt ? '(commentaire supprimé)' : plainText(body),
});

/** The comments on a model in the order they were begun, without what was deleted; whoever asks was let read them. */
export const commentsToExport = async (templateId: string): Promise<CommentToExport[]> => {
  const threads = await CommentThreadModel.find({ templateId })
    .sort({ createdAt: -1, _id: -1 })
    .limit(COMMENT_LIMITS.threads)
    .lean<CommentThreadRecord[]>();
  return threads.reverse().flatMap((thread) => {
    const replies = thread.replies.filter(({ deletedAt }) => !deletedAt);
    if (thread.deletedAt && replies.length === 0) return [];
    const { _id, anchor, quote, resolution } = thread;
    return [{ ...said(thread), id: _id.toHexString(), anchor, quote, replies: replies.map(said), resolved: resolution !== null }];
  });
};
