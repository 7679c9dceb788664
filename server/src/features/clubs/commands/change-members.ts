import type { Actor, ClubRole } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { canInviteTo, canRemoveMember } from '@beffroi/shared/features/clubs/clubs.policy';
import { ARCHIVED } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import { actorOf, findPerson, knownPeople, refsSeenBy } from '../../accounts/accounts.queries.ts';
import { changeRoles } from '../change-roles.ts';
import { actOnMember } from '../club-acts.ts';
import { readableClub } from '../known-clubs.queries.ts';

interface Added {
  slug: string;
  personIds: string[];
  role: 'member' | 'guest';
}

const unknownPerson = () =>
  new AppError('invalid-input', { errors: [{ path: 'personIds', message: 'L’une de ces personnes n’est pas dans votre annuaire.' }] });

/**
 * Brings people of the actor's directory into a club; who is in stays as she is. They are told.
 * @returns how many were not in yet
 * @throws AppError `not-found`, `forbidden`, `invalid-input` (somebody she may not know of)
 */
export const addMembers = async (actor: Actor, { slug, personIds, role }: Added): Promise<{ added: number }> => {
  const club = readableClub(actor, slug);
  if (!canInviteTo(actor, club)) throw new AppError('forbidden', club.archived ? { detail: ARCHIVED } : {});
  const ids = [...new Set(personIds)];
  if ((await refsSeenBy(actor, ids)).length < ids.length) throw unknownPerson();
  const people = (await knownPeople(ids)).filter((person) => person.actor.clubs[club.id] === undefined);
  if (people.length === 0) return { added: 0 };
  const changes = await Promise.all(
    people.map(async ({ ref }) => ({ personId: ref.id, role, act: await actOnMember(actor, 'add-member', club.id, ref) })),
  );
  await changeRoles(club.id, changes, async ({ archivedAt }) => {
    if (archivedAt) throw new AppError('forbidden', { detail: ARCHIVED });
  });
  return { added: people.length };
};

/**
 * Takes a member or a guest out; what she wrote stays.
 * @throws AppError `not-found` (no such club or member), `forbidden` (a pilot: the administrator changes pilots)
 */
export const removeMember = async (actor: Actor, { slug, personId }: { slug: string; personId: string }): Promise<{ id: string }> => {
  const club = readableClub(actor, slug);
  if (!canRemoveMember(actor, club, 'member')) throw new AppError('forbidden');
  const person = await findPerson(personId);
  // Also of one whose account is suspended, and has no rights for now.
  const role: ClubRole | undefined = actorOf({ ...person, suspendedAt: null }).clubs[club.id];
  if (!role) throw new AppError('not-found', { detail: 'Cette personne n’est pas de ce club.' });
  if (!canRemoveMember(actor, club, role)) throw new AppError('forbidden', { detail: 'Un pilote se retire par l’administration.' });
  const act = await actOnMember(actor, 'remove-member', club.id, { id: personId, name: person.name });
  await changeRoles(club.id, [{ personId, role: null, act }], async () => {
    const { clubs } = actorOf({ ...(await findPerson(personId)), suspendedAt: null });
    if (clubs[club.id] === 'pilot') throw new AppError('forbidden', { detail: 'Un pilote se retire par l’administration.' });
  });
  return { id: personId };
};
