import type { Actor, ClubRole, CommuneRole } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Grant, GrantInput } from '@beffroi/shared/features/invitations/invitations.contract';
import { canGrant, type GrantFacts } from '@beffroi/shared/features/invitations/invitations.policy';
import { POOL_NAME } from '@beffroi/shared/features/invitations/invitations.vocabulary';
import { knownClub, knownClubBySlug } from '../clubs/known-clubs.queries.ts';
import { allCommunes, communeName } from '../directory/territory.queries.ts';
import type { InvitedMembership } from './invitation.model.ts';

/** What the policy asks of a membership; null where its club is gone. */
const factsOf = ({ scope, scopeId, role }: InvitedMembership): GrantFacts | null => {
  if (scope === 'territory') return role === 'substitute' ? { scope, role } : null;
  if (scope === 'commune') return { scope, slug: scopeId, role: role as CommuneRole };
  const club = knownClub(scopeId);
  return club ? { scope, club, role: role as ClubRole } : null;
};

export const grantFacts = (memberships: readonly InvitedMembership[]): GrantFacts[] =>
  memberships.flatMap((membership) => factsOf(membership) ?? []);

/** The memberships a grant adds up to: whoever answers for a commune, or for its staff, is an agent of it. */
export const membershipsOf = (grant: GrantInput): InvitedMembership[] => {
  if (grant.scope === 'club') return [{ scope: 'club', scopeId: knownClubBySlug(grant.slug)?.id ?? '', role: grant.role }];
  if (grant.scope === 'territory') return [{ scope: 'territory', scopeId: grant.slug, role: grant.role }];
  const roles = grant.role === 'agent' ? ['agent'] : ['agent', grant.role];
  return roles.map((role) => ({ scope: 'commune' as const, scopeId: grant.slug, role }));
};

const exists = ({ scope, slug }: GrantInput): boolean =>
  scope === 'territory' ||
  (scope === 'club' ? knownClubBySlug(slug) !== undefined : allCommunes().some((commune) => commune.slug === slug));

const mayGive = (actor: Actor, grant: GrantInput): boolean => grantFacts(membershipsOf(grant)).every((facts) => canGrant(actor, facts));

/** Why the actor may not give this right, in a sentence; null when she may. */
export const refusalOf = (actor: Actor, grant: GrantInput): string | null => {
  if (exists(grant) && mayGive(actor, grant)) return null;
  if (grant.scope === 'territory') return 'Vous ne faites pas entrer dans le vivier des remplacements.';
  return grant.scope === 'commune' ? 'Vous n’invitez pas dans cette commune.' : 'Vous ne faites pas entrer dans ce club avec ce rôle.';
};

/** @throws AppError `forbidden`, also for a club or a commune that does not exist: neither is told */
export const checkedMemberships = (actor: Actor, grants: readonly GrantInput[]): InvitedMembership[] => {
  for (const grant of grants) {
    const detail = refusalOf(actor, grant);
    if (detail) throw new AppError('forbidden', { detail });
  }
  const all = grants.flatMap(membershipsOf);
  const keyOf = ({ scope, scopeId, role }: InvitedMembership) => `${scope} ${scopeId} ${role}`;
  return [...new Map(all.map((membership) => [keyOf(membership), membership])).values()];
};

/** As shown: one line a place, with its strongest role. */
export const presentGrants = (memberships: readonly InvitedMembership[]): Grant[] => {
  const shown = memberships.filter(
    ({ scope, scopeId, role }) =>
      scope !== 'commune' || role !== 'agent' || !memberships.some((other) => other.scopeId === scopeId && other.role !== 'agent'),
  );
  return shown.flatMap(({ scope, scopeId, role }): Grant[] => {
    if (scope === 'commune') return [{ scope, slug: scopeId, name: communeName(scopeId), role: role as Grant['role'] }];
    if (scope === 'territory') return [{ scope, slug: scopeId, name: POOL_NAME, role: role as Grant['role'] }];
    const club = knownClub(scopeId);
    return club ? [{ scope, slug: club.slug, name: club.name, role: role as Grant['role'] }] : [];
  });
};
