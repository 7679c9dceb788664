import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RequestContext } from '../../../http/orpc.ts';
import { now } from '../../../platform/clock.ts';
import { findPerson } from '../../accounts/accounts.queries.ts';
import { giveRights } from '../give-rights.ts';
import { InvitationModel, type InvitationRecord } from '../invitation.model.ts';
import { invitationOfLink, spentLink } from '../invitations.queries.ts';
import { personOf } from '../invite-address.ts';

type OpenAccount = RequestContext['openAccount'];

const SIGN_IN = 'Cette adresse a déjà un compte : connectez-vous, puis ouvrez de nouveau ce lien.';

/** Who accepts: the person who has the address, signed in, or somebody new with her password. */
const acceptor = async (actor: Actor | null, invitation: InvitationRecord, password: string | undefined, open: OpenAccount) => {
  const present = await personOf(invitation.email);
  if (present) {
    if (!actor) throw new AppError('unauthenticated', { detail: SIGN_IN });
    const { email } = await findPerson(actor.personId);
    if (email !== invitation.email)
      throw new AppError('forbidden', { detail: 'Cette invitation est pour une autre adresse que la vôtre.' });
    return present;
  }
  if (!password) throw new AppError('invalid-input', { errors: [{ path: 'password', message: 'Choisissez un mot de passe.' }] });
  const { email, name, function: title, memberships } = invitation;
  return open({ email, name, function: title, memberships, password });
};

/**
 * Accepts an invitation, once. The account comes first and the link ends last: interrupted in between, the link still opens, and who
 * has her password by then signs in and accepts.
 * @throws AppError `not-found` (spent, revoked, too old), `unauthenticated`, `forbidden` (another's), `invalid-input`
 */
export const acceptInvitation = async (
  actor: Actor | null,
  { token, password }: { token: string; password?: string | undefined },
  open: OpenAccount,
): Promise<{ email: string }> => {
  const invitation = await invitationOfLink(token);
  const personId = await acceptor(actor, invitation, password, open);
  // Rights may have been added to the invitation since it was read.
  const ended = await InvitationModel.findOneAndUpdate(
    { _id: invitation._id, open: true },
    { $set: { endedAt: now() }, $unset: { open: 1, tokenHash: 1, mailDue: 1 } },
    { returnDocument: 'after' },
  ).lean<InvitationRecord>();
  if (!ended) throw spentLink();
  await giveRights(personId, ended.memberships);
  return { email: invitation.email };
};
