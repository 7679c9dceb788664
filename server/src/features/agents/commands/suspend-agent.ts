import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { Agent } from '@beffroi/shared/features/agents/agents.contract';
import { canReactivate, canSuspend } from '@beffroi/shared/features/agents/agents.policy';
import { now } from '../../../platform/clock.ts';
import { publish } from '../../../platform/events.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { PersonModel } from '../../accounts/person.model.ts';
import { standDown, standUp } from '../administrators.ts';
import { writeDown } from '../agent-act.model.ts';
import { agentFacts, managedAgent, presentAgent } from '../agents.queries.ts';

interface Input {
  slug: string;
  personId: string;
}

const LAST = 'C’est le dernier administrateur\u00a0: nommez-en d’abord un autre.';

/**
 * Shuts an account: what the person wrote stays, her sessions end at once. The last administrator is never suspended.
 * @throws AppError `not-found`, `forbidden`
 */
export const suspendAgent = async (actor: Actor, { slug, personId }: Input): Promise<Agent> => {
  const person = await managedAgent(actor, slug, personId);
  const facts = agentFacts(person, slug);
  if (!canSuspend(actor, slug, facts)) throw new AppError('forbidden');
  if (facts.administrator && !(await standDown(personId))) throw new AppError('forbidden', { detail: LAST });
  const suspendedAt = now();
  await PersonModel.updateOne({ _id: person._id }, { $set: { suspendedAt } });
  await writeDown({ commune: slug, act: 'suspend', by: await personRef(actor.personId), person: { id: personId, name: person.name } });
  await publish('accounts.person.suspended', { personId });
  return presentAgent(actor, { ...person, suspendedAt }, slug);
};

/** Opens a suspended account again, with the rights it had. @throws AppError `not-found`, `forbidden` */
export const reactivateAgent = async (actor: Actor, { slug, personId }: Input): Promise<Agent> => {
  const person = await managedAgent(actor, slug, personId);
  const facts = agentFacts(person, slug);
  if (!canReactivate(actor, slug, facts)) throw new AppError('forbidden');
  await PersonModel.updateOne({ _id: person._id }, { $set: { suspendedAt: null } });
  if (facts.administrator) await standUp(personId);
  await writeDown({ commune: slug, act: 'reactivate', by: await personRef(actor.personId), person: { id: personId, name: person.name } });
  await publish('accounts.rights.changed', { personId, clubIds: [] });
  return presentAgent(actor, { ...person, suspendedAt: null }, slug);
};
