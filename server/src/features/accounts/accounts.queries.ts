import type { Actor, ClubRole, CommuneRole } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { directoryScope } from '@beffroi/shared/features/directory/directory.policy';
import type { QueryFilter } from 'mongoose';
import { isObjectId, objectId } from '../../platform/object-id.ts';
import { communeName } from '../directory/territory.queries.ts';
import { type PersonFields, PersonModel, type PersonRecord } from './person.model.ts';

/** Pilot outranks member, member outranks guest, whatever order they were given in. */
export const CLUB_RANK: Record<ClubRole, number> = { guest: 0, member: 1, pilot: 2 };

/** The rights a person's memberships add up to; none while her account is suspended. */
export const actorOf = (person: Pick<PersonRecord, '_id' | 'memberships' | 'suspendedAt'>): Actor => {
  const communes: Record<string, CommuneRole[]> = {};
  const clubs: Record<string, ClubRole> = {};
  let administrator = false;
  let substitute = false;
  for (const { scope, scopeId, role } of person.suspendedAt ? [] : person.memberships) {
    if (scope === 'territory' && role === 'administrator') administrator = true;
    if (scope === 'territory' && role === 'substitute') substitute = true;
    if (scope === 'commune') communes[scopeId] = [...(communes[scopeId] ?? []), role as CommuneRole];
    if (scope === 'club') {
      const present = clubs[scopeId];
      if (!present || CLUB_RANK[role as ClubRole] > CLUB_RANK[present]) clubs[scopeId] = role as ClubRole;
    }
  }
  return { personId: person._id.toHexString(), administrator, communes, clubs, ...(substitute && { substitute }) };
};

/** The person as written beside her texts; her first commune is the one she speaks from. */
export const personRefOf = (person: Pick<PersonRecord, '_id' | 'name' | 'memberships'>): PersonRef => {
  const slug = person.memberships.find(({ scope }) => scope === 'commune')?.scopeId;
  return { id: person._id.toHexString(), name: person.name, commune: slug ? { slug, name: communeName(slug) } : null };
};

/** @throws AppError `not-found` */
export const findPerson = async (personId: string): Promise<PersonRecord> => {
  const person = await PersonModel.findById(objectId(personId)).lean<PersonRecord>();
  if (!person) throw new AppError('not-found');
  return person;
};

/** Whether this account is shut. */
export const isSuspended = async (personId: string): Promise<boolean> =>
  Boolean(await PersonModel.exists({ _id: objectId(personId), suspendedAt: { $ne: null } }));

/** The person's rights as they stand in the database now. @throws AppError `not-found` */
export const freshActor = async (personId: string): Promise<Actor> => actorOf(await findPerson(personId));

/** People as written beside texts, those that exist, in no order. */
export const refsOf = async (ids: string[]): Promise<PersonRef[]> => {
  const people = await PersonModel.find({ _id: { $in: ids.map(objectId) } }, { name: 1, memberships: 1 }).lean<PersonRecord[]>();
  return people.map(personRefOf);
};

/** The telephones of these people, of those who gave one, by person. */
export const phonesOf = async (ids: string[]): Promise<Map<string, string>> => {
  const people = await PersonModel.find({ _id: { $in: ids.map(objectId) } }, { phone: 1 }).lean<Pick<PersonRecord, '_id' | 'phone'>[]>();
  return new Map(people.flatMap(({ _id, phone }) => (phone ? [[_id.toHexString(), phone] as const] : [])));
};

/** These people with their rights as they stand, those that may sign in, in no order. */
export const knownPeople = async (ids: string[]): Promise<{ ref: PersonRef; actor: Actor }[]> => {
  const people = await PersonModel.find({ _id: { $in: ids.map(objectId) }, suspendedAt: null }, { name: 1, memberships: 1 }).lean<
    PersonRecord[]
  >();
  return people.map((person) => ({ ref: personRefOf(person), actor: actorOf(person) }));
};

/**
 * The people the actor may look up. Those who serve no commune and were given no club (a substitute, say) are in nobody's
 * directory: who may know of them is for the exchanges to decide.
 */
export const seenBy = (actor: Actor): QueryFilter<PersonFields> => {
  const scope = directoryScope(actor);
  const active = { suspendedAt: null };
  return scope
    ? { ...active, 'memberships.scopeId': { $in: scope.clubIds } }
    : { ...active, 'memberships.scope': { $in: ['commune', 'club'] } };
};

/** Those of these people whom the actor may see in the directory; ids that are none are nobody's. */
export const refsSeenBy = async (actor: Actor, ids: string[]): Promise<PersonRef[]> => {
  const known = { _id: { $in: ids.filter(isObjectId).map(objectId) }, ...seenBy(actor) };
  const people = await PersonModel.find(known, { name: 1, memberships: 1 }).lean<PersonRecord[]>();
  return people.map(personRefOf);
};

/** The person as written beside her texts. @throws AppError `not-found` */
export const personRef = async (personId: string): Promise<PersonRef> => {
  const [ref] = await refsOf([personId]);
  if (!ref) throw new AppError('not-found');
  return ref;
};
