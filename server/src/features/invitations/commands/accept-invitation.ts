import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { RequestContext } from '../../../http/orpc.ts';
import { now } from '../../../platform/clock.ts';
import { findPerson } from '../../accounts/accounts.queries.ts';
import { answeredFor } from '../answered-for.ts';
import { giveRights } from '../give-rights.ts';
import { InvitationModel, type InvitationRecord } from '../invitation.model.ts';
import { invitationFor, spentLink } from '../invitations.queries.ts';
import { personOf } from '../invite-address.ts';

type OpenAccount = RequestContext['openAccount'];

const SIGN_IN = 'Cette adresse a déjà un compte\u00a0: connectez-vous, puis ouvrez de nouveau ce lien.';

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
  const { email, name, function: title } = invitation;
  // Her rights follow, as they do for who is there already.
  return open({ email, name, function: title, memberships: [], password });
};

/**
 * Accepts an invitation, once: that of a link, or the one to the address of who is signed in. The account comes first, then the
 * rights, and the link ends last: interrupted in between, it still opens, and who has her password by then signs in and accepts.
 * @throws AppError `not-found` (spent, revoked, too old), `unauthenticated`, `forbidden` (another's), `invalid-input`
 */
export const acceptInvitation = async (
  actor: Actor | null,
  { token, password }: { token?: string | undefined; password?: string | undefined },
  open: OpenAccount,
): Promise<{ email: string }> => {
  const invitation = await invitationFor(actor, token);
  const personId = await acceptor(actor, invitation, password, open);
  const giving = { byId: invitation.by.id, accepted: true };
  await giveRights(giving, personId, invitation.memberships);
  // Rights may have been added to the invitation since it was read.
  const ended = await InvitationModel.findOneAndUpdate(
    { _id: invitation._id, open: true },
    { $set: { endedAt: now() }, $unset: { open: 1, tokenHash: 1, mailDue: 1 } },
    { returnDocument: 'after' },
  ).lean<InvitationRecord>();
  if (!ended) throw spentLink();
  await giveRights(giving, personId, await answeredFor(ended));
  return { email: invitation.email };
};
