import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canModerateThread } from '@beffroi/shared/features/forum/forum.policy';
import { personRef } from '../../accounts/accounts.queries.ts';
import { asItStands, changeThread, threadIn } from '../change-thread.ts';
import { readableThread } from '../forum.queries.ts';
import { actOnThread } from '../moderation-acts.ts';
import type { ThreadRecord } from '../thread.model.ts';

const wrong = (message: string) => new AppError('invalid-input', { errors: [{ path: 'of', message }] });

const isBefore = (a: ThreadRecord, b: ThreadRecord): boolean =>
  a.createdAt.getTime() === b.createdAt.getTime() ? a._id.toHexString() < b._id.toHexString() : a.createdAt < b.createdAt;

/** The thread that stands first: the one named, or the one it is linked to itself. */
const firstOf = async (actor: Actor, of: string): Promise<ThreadRecord> => {
  const { thread } = await readableThread(actor, of);
  if (thread.deletedAt) throw wrong('Ce sujet est supprimé\u00a0: choisissez-en un autre.');
  return thread.duplicateOf ? firstOf(actor, thread.duplicateOf.threadId.toHexString()) : thread;
};

/**
 * « Déjà posée »: links a thread to the first one that asked the same, which closes it. Always to an older one: links cannot
 * form a circle, whoever links what at once.
 * @throws AppError `not-found` (either thread), `forbidden`, `invalid-input` (itself, or a later one)
 */
export const markDuplicate = async (actor: Actor, { id, of }: { id: string; of: string }): Promise<Thread> => {
  const loaded = await threadIn(actor, id, canModerateThread);
  const { thread } = loaded;
  if (id === of) throw wrong('Un sujet ne renvoie pas à lui-même.');
  const first = await firstOf(actor, of);
  if (first._id.equals(thread._id) || !isBefore(first, thread))
    throw wrong('Ce sujet est plus récent\u00a0: c’est lui qui répète celui-ci.');
  const act = actOnThread(thread, { by: await personRef(actor.personId), action: 'mark-duplicate', after: first.title });
  const duplicateOf = { threadId: first._id, clubId: first.clubId, title: first.title, deleted: false };
  const former = thread.duplicateOf?.threadId;
  const changed = await changeThread(actor, loaded, {
    when: { 'duplicateOf.threadId': { $ne: first._id }, deletedAt: null },
    set: { duplicateOf, ...(former && { formerFirst: former }) },
    acts: [act],
  });
  return changed ?? asItStands(actor, id);
};

/** Takes the link back; the thread is open again unless it was closed beside. @throws AppError `not-found`, `forbidden` */
export const unmarkDuplicate = async (actor: Actor, id: string): Promise<Thread> => {
  const loaded = await threadIn(actor, id, canModerateThread);
  const first = loaded.thread.duplicateOf;
  if (!first) return asItStands(actor, id);
  const acts = [actOnThread(loaded.thread, { by: await personRef(actor.personId), action: 'unmark-duplicate', before: first.title })];
  const set = { duplicateOf: null, formerFirst: first.threadId };
  return (await changeThread(actor, loaded, { when: { duplicateOf: { $ne: null } }, set, acts })) ?? asItStands(actor, id);
};
