import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canAdministerClub } from '@beffroi/shared/features/clubs/clubs.policy';
import { ARCHIVED } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { objectId } from '../../../platform/object-id.ts';
import { actorOf, findPerson } from '../../accounts/accounts.queries.ts';
import { PersonModel } from '../../accounts/person.model.ts';
import { changeRoles } from '../change-roles.ts';
import { actOnMember } from '../club-acts.ts';
import { type KnownClub, visibleClub } from '../known-clubs.queries.ts';

interface Input {
  slug: string;
  personId: string;
}

const LAST = 'C’est le dernier pilote du club\u00a0: nommez-en d’abord un autre, ou archivez le club.';
const SUSPENDED = 'Le compte de cette personne est suspendu\u00a0: elle ne peut pas animer de club.';

const administered = (actor: Actor, slug: string): KnownClub => {
  const club = visibleClub(actor, slug);
  if (!canAdministerClub(actor, club)) throw new AppError('forbidden');
  return club;
};

/** Names a pilot, whatever she was in the club. Doing it again changes nothing. @throws AppError `not-found`, `forbidden` (an archived club, a suspended account) */
export const addPilot = async (actor: Actor, { slug, personId }: Input): Promise<void> => {
  const club = administered(actor, slug);
  if (club.archived) throw new AppError('forbidden', { detail: ARCHIVED });
  const person = await findPerson(personId);
  if (person.suspendedAt) throw new AppError('forbidden', { detail: SUSPENDED });
  if (actorOf(person).clubs[club.id] === 'pilot') return;
  const act = await actOnMember(actor, 'name-pilot', club.id, { id: personId, name: person.name });
  await changeRoles(club.id, [{ personId, role: 'pilot', act }], async () => {});
};

/** Makes a pilot a member. A club is never left without one who may act, unless it is archived. @throws AppError `not-found`, `forbidden` (the last one) */
export const removePilot = async (actor: Actor, { slug, personId }: Input): Promise<void> => {
  const club = administered(actor, slug);
  const person = await findPerson(personId);
  const isPilot = person.memberships.some(({ scope, scopeId, role }) => scope === 'club' && scopeId === club.id && role === 'pilot');
  if (!isPilot) throw new AppError('not-found', { detail: 'Cette personne n’est pas pilote de ce club.' });
  const act = await actOnMember(actor, 'remove-pilot', club.id, { id: personId, name: person.name });
  await changeRoles(club.id, [{ personId, role: 'member', act }], async ({ archivedAt }) => {
    if (archivedAt) return;
    const others = { _id: { $ne: objectId(personId) }, suspendedAt: null };
    const pilots = { memberships: { $elemMatch: { scope: 'club', scopeId: club.id, role: 'pilot' } } };
    if (!(await PersonModel.exists({ ...others, ...pilots }))) throw new AppError('forbidden', { detail: LAST });
  });
};
