import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canEditThread } from '@beffroi/shared/features/forum/forum.policy';
import { refuseForeignFields, type Watch } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { now } from '../../../platform/clock.ts';
import { excerptOf } from '../../../platform/excerpt.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { checkReferences } from '../check-references.ts';
import { checkTags } from '../check-tags.ts';
import { presentThread } from '../forum.presenter.ts';
import { readableThread } from '../forum.queries.ts';
import { keepRevision } from '../keep-revision.ts';
import { actOnThread, versions } from '../moderation-acts.ts';
import { changeMark, settleThread } from '../settle.ts';
import { ThreadModel, type ThreadRecord } from '../thread.model.ts';

interface EditedThread {
  id: string;
  version: number;
  title: string;
  body: RichText;
  /** Left out, what a legal watch states stays as it is. */
  watch?: Watch | undefined;
  /** Left out, its tags stay as they are. */
  tags?: string[] | undefined;
}

const foreign = (path: string, message: string): never => {
  throw new AppError('invalid-input', { errors: [{ path, message }] });
};

/**
 * Edits a thread's title and text; the version before is kept.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`, `conflict` with the thread as it stands when `version` is not the last
 */
export const editThread = async (actor: Actor, { id, version, title, body: written, watch, tags }: EditedThread): Promise<Thread> => {
  const { thread, club, facts } = await readableThread(actor, id);
  if (!canEditThread(actor, facts)) throw new AppError('forbidden');
  refuseForeignFields({ kind: thread.kind, watch }, foreign);
  const known = tags && checkTags(tags, club);
  const [body, editedBy] = await Promise.all([checkReferences(actor, written, club.id), personRef(actor.personId)]);
  if (thread.version === version) await keepRevision(thread, thread.title);
  const edited = await ThreadModel.findOneAndUpdate(
    { _id: thread._id, version, deletedAt: null },
    {
      $set: {
        title,
        body,
        excerpt: excerptOf(body),
        ...(watch && { watch }),
        ...(known && { tags: known }),
        editedAt: now(),
        editedBy,
        unsettled: changeMark(thread),
      },
      ...(tags && !known && { $unset: { tags: 1 } }),
      $inc: { version: 1 },
      ...(thread.author.id !== actor.personId && {
        $push: { acts: actOnThread(thread, { by: editedBy, action: 'edit', ...versions(version) }) },
      }),
    },
    { returnDocument: 'after' },
  ).lean<ThreadRecord>();
  if (!edited) throw new AppError('conflict', { current: presentThread(actor, (await readableThread(actor, id)).thread, club) });
  return presentThread(actor, await settleThread(edited), club);
};
