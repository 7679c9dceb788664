import { AppError } from '@beffroi/shared/core/errors';
import { canManageInvitation } from '@beffroi/shared/features/invitations/invitations.policy';
import { knownPeople } from '../accounts/accounts.queries.ts';
import { grantFacts } from './grants.ts';
import type { InvitationRecord, InvitedMembership } from './invitation.model.ts';

export const abandoned = (): AppError =>
  new AppError('not-found', {
    detail: 'La personne qui vous invitait n’en a plus le droit. Demandez une nouvelle invitation à votre commune, ou au pilote du club.',
  });

/**
 * What of each invitation somebody who sent it could still give. One acts in the name of a commune or a club: what a suspended account,
 * or a referent who left, had sent would let in people nobody there has chosen. Nothing passes to colleagues by itself, for none of
 * them has looked at it: whoever may sends it anew, and answers for it then.
 * @returns in the order of `invitations`
 */
export const eachAnsweredFor = async (invitations: readonly InvitationRecord[]): Promise<InvitedMembership[][]> => {
  const sendersOf = ({ by, alsoBy }: InvitationRecord): string[] => [by.id, ...(alsoBy ?? [])];
  const known = await knownPeople([...new Set(invitations.flatMap(sendersOf))]);
  const actors = new Map(known.map(({ ref, actor }) => [ref.id, actor]));
  return invitations.map((invitation) => {
    const givers = sendersOf(invitation).flatMap((id) => actors.get(id) ?? []);
    return invitation.memberships.filter((membership) => givers.some((giver) => canManageInvitation(giver, grantFacts([membership]))));
  });
};

/** What of an invitation somebody who sent it could still give. */
export const answeredFor = async (invitation: InvitationRecord): Promise<InvitedMembership[]> => {
  const [memberships = []] = await eachAnsweredFor([invitation]);
  return memberships;
};
