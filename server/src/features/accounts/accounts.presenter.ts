import { type CommuneRole, isAgent } from '@beffroi/shared/core/actor';
import type { Me } from '@beffroi/shared/features/accounts/accounts.contract';
import { canManageAgents } from '@beffroi/shared/features/agents/agents.policy';
import { canReadDirectory } from '@beffroi/shared/features/directory/directory.policy';
import { canPublish, canReadBoard } from '@beffroi/shared/features/replacements/replacements.policy';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { communeName, territoryName } from '../directory/territory.queries.ts';
import { actorOf } from './accounts.queries.ts';
import type { PersonRecord } from './person.model.ts';

/** The person signed in, with what she may do anywhere. */
export const presentMe = (person: PersonRecord): Me => {
  const actor = actorOf(person);
  return {
    id: actor.personId,
    email: person.email,
    name: person.name,
    function: person.function,
    phone: person.phone ?? null,
    expertise: person.expertise,
    administrator: actor.administrator,
    territory: territoryName(),
    communes: Object.entries(actor.communes).map(([slug, roles]) => ({
      slug,
      name: communeName(slug),
      roles: [...roles] as CommuneRole[],
      abilities: { 'agents.manage': canManageAgents(actor, slug), 'replacement.publish': canPublish(actor, slug) },
    })),
    clubs: Object.entries(actor.clubs).flatMap(([id, role]) => {
      const slug = knownClub(id)?.slug;
      return slug ? [{ slug, role }] : [];
    }),
    abilities: {
      'directory.read': canReadDirectory(actor),
      'search.use': isAgent(actor) || Object.keys(actor.clubs).length > 0,
      'replacements.read': canReadBoard(actor),
    },
  };
};
