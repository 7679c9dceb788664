import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { canInvite, INVITED_MAX } from '@beffroi/shared/features/forum/forum.policy';
import { now } from '../../../platform/clock.ts';
import { presentThread } from '../forum.presenter.ts';
import { readableThread } from '../forum.queries.ts';
import { proposals } from '../invitable.queries.ts';
import { changeMark, settleThread } from '../settle.ts';
import { ThreadModel, type ThreadRecord } from '../thread.model.ts';

const wrong = (message: string) => new AppError('invalid-input', { errors: [{ path: 'personId', message }] });

/**
 * Invites one of the colleagues proposed to answer; invited again, she is not told again. One document holds the rule: three at
 * most, each once. She is told by what follows from the write.
 * @throws AppError `not-found`, `forbidden`, `invalid-input` (not proposed, or three invited already)
 */
export const inviteToAnswer = async (actor: Actor, { id, personId }: { id: string; personId: string }): Promise<Thread> => {
  const loaded = await readableThread(actor, id);
  const { thread, club, facts } = loaded;
  if (!canInvite(actor, facts)) throw new AppError('forbidden');
  if (thread.invitations?.some(({ person }) => person.id === personId)) return presentThread(actor, thread, club);
  const proposed = (await proposals(actor, loaded)).find(({ person }) => person.id === personId);
  if (!proposed) throw wrong('Cette personne n’est pas, ou n’est plus, à inviter à répondre à cette question.');
  const changed = await ThreadModel.findOneAndUpdate(
    { _id: thread._id, 'invitations.person.id': { $ne: personId }, [`invitations.${INVITED_MAX - 1}`]: { $exists: false } },
    { $push: { invitations: { person: proposed.person, byId: actor.personId, at: now() } }, $set: { unsettled: changeMark(thread) } },
    { returnDocument: 'after' },
  ).lean<ThreadRecord>();
  if (!changed) {
    const present = (await readableThread(actor, id)).thread;
    if (present.invitations?.some(({ person }) => person.id === personId)) return presentThread(actor, present, club);
    throw wrong('Trois collègues sont déjà invités à répondre.');
  }
  return presentThread(actor, await settleThread(changed), club);
};
