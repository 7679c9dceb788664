import type { Actor } from '@beffroi/shared/core/actor';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import type { Comment, CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import {
  type CommentFacts,
  canAnswer,
  canResolve,
  canSeeCommentRemoval,
  commentAbilities,
} from '@beffroi/shared/features/comments/comments.policy';
import type { TemplateFacts } from '@beffroi/shared/features/templates/templates.policy';
import type { CommentRecord, CommentThreadRecord } from './comment-thread.model.ts';

const presentPerson = ({ id, name, commune }: PersonRef): PersonRef => ({
  id,
  name,
  commune: commune ? { slug: commune.slug, name: commune.name } : null,
});

export const commentFacts = ({ author, imported, deletedAt, deletedBy }: CommentRecord): CommentFacts => ({
  authorId: author.id,
  imported: Boolean(imported),
  deletedAt,
  deletedBy,
});

const presentRemoval = (actor: Actor, comment: CommentRecord, template: TemplateFacts): Comment['removal'] =>
  comment.deletedAt && comment.removal && canSeeCommentRemoval(actor, template, commentFacts(comment))
    ? { by: presentPerson(comment.removal.by), reason: comment.removal.reason }
    : null;

const presentImported = ({ imported }: CommentRecord): Comment['imported'] =>
  imported ? { author: imported.author, at: imported.at?.toISOString() ?? null } : null;

const presentComment = (actor: Actor, comment: CommentRecord, template: TemplateFacts): Comment => ({
  id: comment._id.toHexString(),
  author: presentPerson(comment.author),
  imported: presentImported(comment),
  createdAt: comment.createdAt.toISOString(),
  editedAt: comment.editedAt?.toISOString() ?? null,
  version: comment.version,
  body: comment.deletedAt ? null : comment.body,
  deleted: comment.deletedAt !== null,
  removal: presentRemoval(actor, comment, template),
  abilities: commentAbilities(actor, template, commentFacts(comment)),
});

export const presentCommentThread = (actor: Actor, thread: CommentThreadRecord, template: TemplateFacts): CommentThread => {
  const comment = presentComment(actor, thread, template);
  const facts = commentFacts(thread);
  return {
    ...comment,
    templateId: thread.templateId,
    anchor: { from: thread.anchor.from, to: thread.anchor.to },
    quote: thread.quote,
    resolution: thread.resolution && {
      at: thread.resolution.at.toISOString(),
      by: thread.resolution.by && presentPerson(thread.resolution.by),
    },
    replies: thread.replies.map((reply) => presentComment(actor, reply, template)),
    abilities: {
      ...comment.abilities,
      'comment.reply': canAnswer(actor, template, facts),
      'comment.resolve': canResolve(actor, template, facts),
    },
  };
};
