import type { Actor } from '@beffroi/shared/core/actor';
import type { CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { canResolve } from '@beffroi/shared/features/comments/comments.policy';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { changeThread } from '../change-comment.ts';
import { commentFacts } from '../comments.presenter.ts';
import { accessComment } from '../comments.queries.ts';

/** Says that a comment is settled, or that it is not after all. @throws AppError `not-found`, `forbidden` */
export const resolveComment = async (actor: Actor, id: string, resolved: boolean): Promise<CommentThread> => {
  const loaded = await accessComment(actor, id, (by, facts, { thread }) => canResolve(by, facts, commentFacts(thread)));
  const resolution = resolved ? { at: now(), by: await personRef(actor.personId) } : null;
  return changeThread(actor, loaded, { deletedAt: null }, { $set: { resolution } });
};
