import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canModerateThread, canMoveThread } from '@beffroi/shared/features/forum/forum.policy';
import { personRef } from '../../accounts/accounts.queries.ts';
import { readableClub } from '../../clubs/known-clubs.queries.ts';
import { asItStands, changeThread, threadIn } from '../change-thread.ts';
import { actOnThread } from '../moderation-acts.ts';

/**
 * Moves a thread to another club, between two the actor animates. One update moves it; its replies and what others keep of it by
 * club follow, and a crash in between is made up for. Both clubs' trails tell it.
 * @throws AppError `not-found` (the thread, or a club she may not read), `forbidden`
 */
export const moveThread = async (actor: Actor, { id, club: slug }: { id: string; club: string }): Promise<Thread> => {
  const loaded = await threadIn(actor, id, canModerateThread);
  const { thread, club: from, facts } = loaded;
  const to = readableClub(actor, slug);
  if (!canMoveThread(actor, facts, to))
    throw new AppError('forbidden', { detail: 'On déplace un sujet entre deux clubs dont on est pilote.' });
  if (to.id === from.id) return asItStands(actor, id);
  const words = { by: await personRef(actor.personId), before: from.name, after: to.name };
  const acts = [
    actOnThread(thread, { ...words, action: 'move-out', clubId: from.id }),
    actOnThread(thread, { ...words, action: 'move-in', clubId: to.id }),
  ];
  const moved = await changeThread(
    actor,
    { thread, club: to },
    { when: { clubId: from.id, deletedAt: null }, set: { clubId: to.id }, unset: ['pinSlot'], acts },
  );
  return moved ?? asItStands(actor, id);
};
