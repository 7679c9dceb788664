import type { Actor, ClubRole } from '@beffroi/shared/core/actor';
import { canGiveUnasked } from '@beffroi/shared/features/invitations/invitations.policy';
import { CLUB_RANK, refsSeenBy } from '../accounts/accounts.queries.ts';
import { PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { grantFacts } from './grants.ts';
import type { InvitedMembership } from './invitation.model.ts';

/** Somebody who has an account already. */
export interface Invitee {
  memberships: PersonRecord['memberships'];
  /** Whether the actor's directory has her. */
  known: boolean;
}

/** Who has these addresses already: two indexed reads, however many they are. */
export const inviteesAt = async (actor: Actor, emails: string[]): Promise<Map<string, Invitee>> => {
  const people = await PersonModel.find({ email: { $in: emails } }, { email: 1, memberships: 1 }).lean<PersonRecord[]>();
  const seen = new Set(
    (
      await refsSeenBy(
        actor,
        people.map(({ _id }) => _id.toHexString()),
      )
    ).map(({ id }) => id),
  );
  return new Map(people.map(({ _id, email, memberships }) => [email, { memberships, known: seen.has(_id.toHexString()) }]));
};

/** What she has not yet. In a club one has one role, and a weaker one adds nothing. */
export const lackingOf = ({ memberships }: Pick<Invitee, 'memberships'>, given: readonly InvitedMembership[]): InvitedMembership[] =>
  given.filter(
    ({ scope, scopeId, role }) =>
      !memberships.some(
        (has) =>
          has.scope === scope &&
          has.scopeId === scopeId &&
          (scope === 'club' ? CLUB_RANK[has.role as ClubRole] >= CLUB_RANK[role as ClubRole] : has.role === role),
      ),
  );

/** Whether the actor may give her what she lacks of these without asking her. */
export const givesUnasked = (actor: Actor, { memberships, known }: Invitee, given: readonly InvitedMembership[]): boolean => {
  const communes = memberships.filter(({ scope }) => scope === 'commune').map(({ scopeId }) => scopeId);
  return grantFacts(lackingOf({ memberships }, given)).every((grant) => canGiveUnasked(actor, { communes, known }, grant));
};
