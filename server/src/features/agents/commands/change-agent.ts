import type { Actor, CommuneRole } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Agent } from '@beffroi/shared/features/agents/agents.contract';
import { canChangeRoles, canRemove } from '@beffroi/shared/features/agents/agents.policy';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { PersonModel } from '../../accounts/person.model.ts';
import { writeDown } from '../agent-act.model.ts';
import { agentFacts, managedAgent, presentAgent } from '../agents.queries.ts';

interface Input {
  slug: string;
  personId: string;
}

/** Changes what a person is in a commune; an agent of it she stays. @throws AppError `not-found`, `forbidden` */
export const changeAgentRoles = async (actor: Actor, { slug, personId, roles }: Input & { roles: CommuneRole[] }): Promise<Agent> => {
  const person = await managedAgent(actor, slug, personId);
  const wanted = [...new Set<CommuneRole>(['agent', ...roles])];
  const facts = agentFacts(person, slug);
  if (!canChangeRoles(actor, slug, facts, wanted)) throw new AppError('forbidden');
  const _id = person._id;
  const gone = facts.roles.filter((role) => !wanted.includes(role));
  if (gone.length > 0)
    await PersonModel.updateOne({ _id }, { $pull: { memberships: { scope: 'commune', scopeId: slug, role: { $in: gone } } } });
  for (const role of wanted)
    await PersonModel.updateOne(
      { _id, memberships: { $not: { $elemMatch: { scope: 'commune', scopeId: slug, role } } } },
      { $push: { memberships: { scope: 'commune', scopeId: slug, role, since: now() } } },
    );
  await writeDown({ commune: slug, act: 'roles', by: await personRef(actor.personId), person: { id: personId, name: person.name } });
  await publish('accounts.rights.changed', { personId, clubIds: [] });
  return presentAgent(actor, await managedAgent(actor, slug, personId), slug);
};

/** Removes a person from a commune; her account, her clubs and what she wrote stay. @throws AppError `not-found`, `forbidden` */
export const removeAgent = async (actor: Actor, { slug, personId }: Input): Promise<{ id: string }> => {
  const person = await managedAgent(actor, slug, personId);
  if (!canRemove(actor, slug, agentFacts(person, slug))) throw new AppError('forbidden');
  await PersonModel.updateOne({ _id: person._id }, { $pull: { memberships: { scope: 'commune', scopeId: slug } } });
  await writeDown({ commune: slug, act: 'remove', by: await personRef(actor.personId), person: { id: personId, name: person.name } });
  await publish('accounts.communes.changed', { personId });
  await publish('accounts.rights.changed', { personId, clubIds: [] });
  return { id: personId };
};
