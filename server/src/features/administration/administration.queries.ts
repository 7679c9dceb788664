import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { AdministeredClub, AdministrationOverview } from '@beffroi/shared/features/administration/administration.contract';
import { canAdminister, QUIET_DAYS } from '@beffroi/shared/features/administration/administration.policy';
import { now } from '../../platform/clock.ts';
import { personRefOf } from '../accounts/accounts.queries.ts';
import { PersonModel, type PersonRecord } from '../accounts/person.model.ts';
import { type EveryClub, everyClub, openedAt } from '../clubs/every-club.queries.ts';
import { allCommunes, territoryName } from '../directory/territory.queries.ts';
import { countPendingInvitations } from '../invitations/pending-count.queries.ts';

const SUSPENDED_SHOWN = 20;
const DAY_MS = 86_400_000;

const named = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });

/** Those who answer for something and may act: few, whatever the number of people. */
const answering = (roles: string[]): Promise<PersonRecord[]> =>
  PersonModel.find({ 'memberships.role': { $in: roles }, suspendedAt: null }, { name: 1, memberships: 1 })
    .sort({ sortKey: 1 })
    .lean<PersonRecord[]>()
    .exec();

const scopesOf = (people: PersonRecord[], asked: string): Set<string> =>
  new Set(people.flatMap(({ memberships }) => memberships.filter(({ role }) => role === asked).map(({ scopeId }) => scopeId)));

const quietAmong = (clubs: EveryClub[]): AdministrationOverview['quietClubs'] => {
  const limit = now().getTime() - QUIET_DAYS * DAY_MS;
  const last = (club: EveryClub): number => (club.lastActivityAt ?? openedAt(club)).getTime();
  return clubs
    .filter((club) => last(club) < limit)
    .sort((a, b) => last(a) - last(b))
    .map((club) => ({ ...named(club), since: club.lastActivityAt?.toISOString() ?? null }));
};

const suspendedPeople = async (): Promise<AdministrationOverview['suspended']> => {
  const filter = { suspendedAt: { $ne: null } };
  const [count, people] = await Promise.all([
    PersonModel.countDocuments(filter),
    PersonModel.find(filter, { name: 1, memberships: 1 }).sort({ sortKey: 1 }).limit(SUSPENDED_SHOWN).lean<PersonRecord[]>(),
  ]);
  return { count, first: people.map(personRefOf).map(({ id, name, commune }) => ({ id, name, commune })) };
};

/** What needs whoever administers, on one screen: a constant number of commands. @throws AppError `forbidden` */
export const administrationOverview = async (actor: Actor): Promise<AdministrationOverview> => {
  if (!canAdminister(actor)) throw new AppError('forbidden');
  const [all, people, served, agents, suspended, invitations] = await Promise.all([
    everyClub(),
    answering(['pilot', 'referent']),
    // Read from its index: as many as there are communes and clubs.
    PersonModel.distinct('memberships.scopeId'),
    PersonModel.countDocuments({ 'memberships.scope': 'commune', suspendedAt: null }),
    suspendedPeople(),
    countPendingInvitations(),
  ]);
  const clubs = all.filter(({ archivedAt }) => !archivedAt);
  const piloted = scopesOf(people, 'pilot');
  const answeredFor = scopesOf(people, 'referent');
  const withAgents = new Set<string>(served);
  const communes = [...allCommunes()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  return {
    territory: territoryName(),
    // The EPCI has agents as a commune has, and is none.
    counts: {
      agents,
      communes: communes.filter(({ kind }) => kind === 'commune').length,
      clubs: clubs.length,
      threads: clubs.reduce((sum, club) => sum + club.threadCount, 0),
    },
    clubsWithoutPilot: clubs.filter(({ _id }) => !piloted.has(_id.toHexString())).map(named),
    quietClubs: quietAmong(clubs),
    communesWithoutAgent: communes.filter(({ slug }) => !withAgents.has(slug)).map(named),
    communesWithoutReferent: communes.filter(({ slug }) => withAgents.has(slug) && !answeredFor.has(slug)).map(named),
    invitations,
    suspended,
  };
};

const presentClub = (club: EveryClub, pilots: PersonRecord[]): AdministeredClub => {
  const { _id, mark, hue, access, memberCount, threadCount, lastActivityAt, archivedAt } = club;
  const id = _id.toHexString();
  const animates = ({ memberships }: PersonRecord) => memberships.some(({ scopeId, role }) => scopeId === id && role === 'pilot');
  return {
    ...named(club),
    id,
    mark,
    hue,
    access,
    memberCount,
    threadCount,
    lastActivityAt: lastActivityAt?.toISOString() ?? null,
    archivedAt: archivedAt?.toISOString() ?? null,
    pilots: pilots.filter(animates).map(personRefOf),
  };
};

/** Every club with those who animate it, archived ones last: two commands. @throws AppError `forbidden` */
export const administeredClubs = async (actor: Actor): Promise<{ items: AdministeredClub[]; nextCursor: null }> => {
  if (!canAdminister(actor)) throw new AppError('forbidden');
  const [clubs, pilots] = await Promise.all([everyClub(), answering(['pilot'])]);
  const items = clubs.map((club) => presentClub(club, pilots));
  return { items: [...items.filter(({ archivedAt }) => !archivedAt), ...items.filter(({ archivedAt }) => archivedAt)], nextCursor: null };
};
