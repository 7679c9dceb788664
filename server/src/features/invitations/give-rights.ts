import type { ClubRole } from '@beffroi/shared/core/actor';
import { now } from '../../platform/clock.ts';
import { publish } from '../../platform/events.ts';
import { findPerson } from '../accounts/accounts.queries.ts';
import { PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import type { InvitedMembership } from './invitation.model.ts';
import { lackingOf } from './invitees.queries.ts';

/** Who gives, and whether she who receives said yes: then she need not be told. */
interface Giving {
  byId: string;
  accepted: boolean;
}

/** Roles in a commune, each pushed unless it is there: twice gives it once. Written down in the commune's list of acts. */
const enterCommune = async (byId: string, person: PersonRecord, commune: string, roles: string[]): Promise<void> => {
  const { _id, name } = person;
  const served = person.memberships.some(({ scope, scopeId }) => scope === 'commune' && scopeId === commune);
  let changed = false;
  for (const role of roles) {
    const membership = { scope: 'commune' as const, scopeId: commune, role: role as 'agent' };
    const added = await PersonModel.updateOne(
      { _id, memberships: { $not: { $elemMatch: membership } } },
      { $push: { memberships: { ...membership, since: now() } } },
    );
    changed = changed || added.modifiedCount > 0;
  }
  if (!changed) return;
  const personId = _id.toHexString();
  await publish('invitations.commune.given', { commune, person: { id: personId, name }, byId, entered: !served });
  await publish('accounts.communes.changed', { personId });
  await publish('accounts.rights.changed', { personId, clubIds: [] });
};

/** The right to replace absent agents, pushed unless it is there. */
const enterPool = async ({ _id }: PersonRecord): Promise<void> => {
  const membership = { scope: 'territory' as const, scopeId: 'territory', role: 'substitute' };
  const added = await PersonModel.updateOne(
    { _id, memberships: { $not: { $elemMatch: membership } } },
    { $push: { memberships: { ...membership, since: now() } } },
  );
  if (added.modifiedCount > 0) await publish('accounts.rights.changed', { personId: _id.toHexString(), clubIds: [] });
};

/** Gives a person who is there the rights she lacks; the club and the commune write down who gave them. */
export const giveRights = async (
  { byId, accepted }: Giving,
  personId: string,
  memberships: readonly InvitedMembership[],
): Promise<void> => {
  const person = await findPerson(personId);
  const lacking = lackingOf(person, memberships);
  const communes = lacking.filter(({ scope }) => scope === 'commune');
  for (const commune of new Set(communes.map(({ scopeId }) => scopeId))) {
    const roles = communes.filter(({ scopeId }) => scopeId === commune).map(({ role }) => role);
    await enterCommune(byId, person, commune, roles);
  }
  if (lacking.some(({ scope }) => scope === 'territory')) await enterPool(person);
  for (const { scope, scopeId, role } of lacking) {
    // A club archived since the invitation takes nobody in.
    if (scope !== 'club' || knownClub(scopeId)?.archived !== false) continue;
    await publish('invitations.club.given', {
      clubId: scopeId,
      person: { id: personId, name: person.name },
      role: role as ClubRole,
      byId,
      accepted,
    });
  }
};
