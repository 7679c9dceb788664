import type { Actor, CommuneRole } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { Agent, AgentActRecord } from '@beffroi/shared/features/agents/agents.contract';
import { type AgentFacts, agentAbilities, canManageAgents } from '@beffroi/shared/features/agents/agents.policy';
import { afterName, encodeNameCursor, unknownCursor } from '../../platform/cursor.ts';
import { wordsOf } from '../../platform/fold.ts';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { allCommunes } from '../directory/territory.queries.ts';
import { type AgentActFields, AgentActModel } from './agent-act.model.ts';

const servesIn = (slug: string) => ({ memberships: { $elemMatch: { scope: 'commune', scopeId: slug } } });

/** The commune the actor answers for. @throws AppError `not-found` (no such commune), `forbidden` */
export const managedCommune = (actor: Actor, slug: string): string => {
  if (!allCommunes().some((commune) => commune.slug === slug)) throw new AppError('not-found');
  if (!canManageAgents(actor, slug)) throw new AppError('forbidden');
  return slug;
};

export const agentFacts = ({ _id, memberships, suspendedAt }: PersonRecord, slug: string): AgentFacts => {
  const serving = memberships.filter(({ scope }) => scope === 'commune');
  return {
    personId: _id.toHexString(),
    administrator: memberships.some(({ scope, role }) => scope === 'territory' && role === 'administrator'),
    communes: [...new Set(serving.map(({ scopeId }) => scopeId))],
    roles: serving.filter(({ scopeId }) => scopeId === slug).map(({ role }) => role as CommuneRole),
    suspended: Boolean(suspendedAt),
  };
};

export const presentAgent = (actor: Actor, person: PersonRecord, slug: string): Agent => {
  const facts = agentFacts(person, slug);
  const { name, function: title, email } = person;
  const { personId: id, roles, suspended } = facts;
  return { id, name, function: title, email, roles: [...roles], suspended, abilities: agentAbilities(actor, slug, facts) };
};

/** A person of a commune the actor answers for. @throws AppError `not-found`, `forbidden` */
export const managedAgent = async (actor: Actor, slug: string, personId: string): Promise<PersonRecord> => {
  managedCommune(actor, slug);
  const person = await PersonModel.findOne({ _id: objectId(personId), ...servesIn(slug) }).lean<PersonRecord>();
  if (!person) throw new AppError('not-found');
  return person;
};

interface ListInput {
  slug: string;
  q?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** The people of a commune, suspended ones among them. @throws AppError `not-found`, `forbidden` */
export const listAgents = async (actor: Actor, { slug, q = '', cursor, limit = PAGE_SIZE }: ListInput) => {
  managedCommune(actor, slug);
  const words = wordsOf(q).slice(0, 6);
  const found = await PersonModel.find({
    $and: [servesIn(slug), afterName(cursor), ...words.map((word) => ({ words: { $regex: `^${word}` } }))],
  })
    .sort({ sortKey: 1, _id: 1 })
    .limit(limit + 1)
    .lean<PersonRecord[]>();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((person) => presentAgent(actor, person, slug)),
    nextCursor: found.length > limit && last ? encodeNameCursor(last) : null,
  };
};

const presentAct = ({ _id, at, act, by, person }: AgentActFields): AgentActRecord => {
  return { id: _id.toHexString(), at: at.toISOString(), act, by: by.name, person: person.name };
};

/** What was done to the rights of a commune's people. @throws AppError `not-found`, `forbidden` */
export const listActs = async (actor: Actor, { slug, cursor, limit = PAGE_SIZE }: ListInput) => {
  managedCommune(actor, slug);
  if (cursor && !isObjectId(cursor)) throw unknownCursor();
  const found = await AgentActModel.find({ commune: slug, ...(cursor && { _id: { $lt: objectId(cursor) } }) })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<AgentActFields[]>();
  const page = found.slice(0, limit);
  return { items: page.map(presentAct), nextCursor: found.length > limit ? (page.at(-1)?._id.toHexString() ?? null) : null };
};
