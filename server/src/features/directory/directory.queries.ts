import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { PAGE_SIZE } from '@beffroi/shared/core/pagination';
import type { Commune, Person, PersonCard } from '@beffroi/shared/features/directory/directory.contract';
import { canReadDirectory, canSetCentre } from '@beffroi/shared/features/directory/directory.policy';
import type { QueryFilter } from 'mongoose';
import { afterName, encodeNameCursor } from '../../platform/cursor.ts';
import { wordsOf } from '../../platform/fold.ts';
import { objectId } from '../../platform/object-id.ts';
import { presentSettingsTrail } from '../../platform/settings-trail.ts';
import { seenBy } from '../accounts/accounts.queries.ts';
import { type PersonFields, PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { readableClub } from '../clubs/known-clubs.queries.ts';
import { presentCard, presentPerson } from './directory.presenter.ts';
import { allCommunes, centreOf } from './territory.queries.ts';

/**
 * The communes, the EPCI first, with how many people each counts.
 * @throws AppError `forbidden` for those who are no agent
 */
export const listCommunes = async (actor: Actor): Promise<{ items: Commune[]; nextCursor: null }> => {
  if (!canReadDirectory(actor)) throw new AppError('forbidden');
  const counts = await PersonModel.aggregate<{ _id: string; count: number }>([
    { $unwind: '$memberships' },
    { $match: { 'memberships.scope': 'commune', 'memberships.role': 'agent' } },
    { $group: { _id: '$memberships.scopeId', count: { $sum: 1 } } },
  ]);
  const countOf = new Map(counts.map(({ _id, count }) => [_id, count]));
  const items = allCommunes()
    .sort((a, b) => (a.kind === b.kind ? a.name.localeCompare(b.name, 'fr') : a.kind === 'epci' ? -1 : 1))
    .map(({ slug, name, kind, population, trail }) => ({
      slug,
      name,
      kind,
      population: population ?? null,
      personCount: countOf.get(slug) ?? 0,
      centre: centreOf(slug),
      abilities: { 'commune.set-centre': canSetCentre(actor, slug) },
      centreTrail: canSetCentre(actor, slug) ? presentSettingsTrail({ ...(trail && { trail }) }) : [],
    }));
  return { items, nextCursor: null };
};

interface PeopleInput {
  q?: string | undefined;
  commune?: string | undefined;
  club?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const peopleFilter = (actor: Actor, { q, commune, club, cursor }: PeopleInput): QueryFilter<PersonFields> => {
  const conditions: QueryFilter<PersonFields>[] = [seenBy(actor), afterName(cursor)];
  if (commune) conditions.push({ memberships: { $elemMatch: { scope: 'commune', scopeId: commune } } });
  if (club) conditions.push({ memberships: { $elemMatch: { scope: 'club', scopeId: readableClub(actor, club).id } } });
  for (const word of wordsOf(q ?? '').slice(0, 6)) conditions.push({ words: { $regex: `^${word}` } });
  return { $and: conditions };
};

/** People in alphabetical order, within what the actor may see. */
export const listPeople = async (actor: Actor, input: PeopleInput): Promise<{ items: PersonCard[]; nextCursor: string | null }> => {
  const limit = input.limit ?? PAGE_SIZE;
  const people = await PersonModel.find(peopleFilter(actor, input))
    .sort({ sortKey: 1, _id: 1 })
    .limit(limit + 1)
    .lean<PersonRecord[]>();
  const page = people.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((person) => presentCard(actor, person)),
    nextCursor: people.length > limit && last ? encodeNameCursor(last) : null,
  };
};

/** @throws AppError `not-found`, also for a person outside of what the actor may see */
export const getPerson = async (actor: Actor, id: string): Promise<Person> => {
  const visible = id === actor.personId ? {} : seenBy(actor);
  const person = await PersonModel.findOne({ _id: objectId(id), ...visible }).lean<PersonRecord>();
  if (!person) throw new AppError('not-found');
  return presentPerson(actor, person);
};
