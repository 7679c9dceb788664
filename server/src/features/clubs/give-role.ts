import type { ClubRole } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { ARCHIVED } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import type { DomainEvents } from '../../platform/events.ts';
import { actorOf, CLUB_RANK, findPerson } from '../accounts/accounts.queries.ts';
import { changeRoles } from './change-roles.ts';
import { actOnMember } from './club-acts.ts';

/** What she is in the club, also while her account is suspended. */
const roleIn = async (personId: string, clubId: string): Promise<ClubRole | undefined> =>
  actorOf({ ...(await findPerson(personId)), suspendedAt: null }).clubs[clubId];

/**
 * Gives somebody invited the role in a club, unless she has as strong a one; written in its trail.
 * @throws AppError `forbidden` (archived meanwhile), `conflict` (her place changed meanwhile)
 */
export const giveRole = async ({ clubId, person, role, byId, accepted }: DomainEvents['invitations.club.given']): Promise<void> => {
  const before = await roleIn(person.id, clubId);
  if (before && CLUB_RANK[before] >= CLUB_RANK[role]) return;
  const act = await actOnMember({ personId: byId }, role === 'pilot' ? 'name-pilot' : 'add-member', clubId, person);
  await changeRoles(clubId, [{ personId: person.id, role, act, accepted }], async ({ archivedAt }) => {
    if (archivedAt) throw new AppError('forbidden', { detail: ARCHIVED });
    if ((await roleIn(person.id, clubId)) !== before) throw new AppError('conflict');
  });
};
