import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@beffroi/shared/core/actor';
import { actorOf, findPerson } from '../features/accounts/accounts.queries.ts';
import type { Auth } from '../features/accounts/auth.ts';
import { createPerson, type NewPerson } from '../features/accounts/commands/create-person.ts';
import { DEMO_PASSWORD } from '../features/accounts/demo-accounts.ts';
import { createClub } from '../features/clubs/commands/create-club.ts';
import { createCommunes } from '../features/directory/commands/create-commune.ts';
import { hasUnsettled } from '../features/forum/settle.ts';
import { atInstant, forgetInstants } from '../platform/clock.ts';
import { logger } from '../platform/logger.ts';
import { markDone, wasDone } from '../platform/milestones.ts';
import { type DemoPerson, demoClubs, demoCommunes, demoPeople, demoThreads } from './content.ts';
import { type Cast, loadThread } from './load-threads.ts';

const MILESTONE = 'demo-loaded';
/** Older than the oldest discussion. */
const OPENED_DAYS_AGO = 430;
/** Discussions written at once: enough for the store to group their commits. */
const AT_ONCE = 12;

/** Who sets up a territory before it has any administrator. */
const installer: Actor = { personId: '0'.repeat(24), administrator: true, communes: {}, clubs: {} };

const membershipsOf = (person: DemoPerson, clubIds: Map<string, string>): NewPerson['memberships'] => {
  const inClubs = (slugs: string[] | undefined, role: string) =>
    (slugs ?? []).map((slug) => ({ scope: 'club' as const, scopeId: clubIds.get(slug) as string, role }));
  const communeRoles = person.roles.filter((role) => person.commune && ['agent', 'hr', 'referent'].includes(role));
  return [
    ...communeRoles.map((role) => ({ scope: 'commune' as const, scopeId: person.commune as string, role })),
    ...person.roles
      .filter((role) => role === 'administrator' || role === 'substitute')
      .map((role) => ({ scope: 'territory' as const, scopeId: 'territory', role })),
    ...inClubs(person.pilot, 'pilot'),
    ...inClubs(person.member, 'member'),
    ...inClubs(person.guest, 'guest'),
  ];
};

const loadPeople = async (auth: Auth, clubIds: Map<string, string>): Promise<Cast> => {
  const { password } = await auth.$context;
  // One hash for all: they share the one published password.
  const passwordHash = await password.hash(DEMO_PASSWORD);
  const actors = new Map<string, Actor>();
  for (const person of demoPeople) {
    const { email, function: title, expertise } = person;
    const memberships = membershipsOf(person, clubIds);
    const id = await atInstant(new Date(Date.now() - OPENED_DAYS_AGO * 86_400_000), () =>
      createPerson(installer, { email, name: title, function: title, expertise, memberships, passwordHash }, auth),
    );
    actors.set(person.key, actorOf(await findPerson(id)));
  }
  return {
    actorOf: (key) => {
      const actor = actors.get(key);
      if (!actor) throw new Error(`no such person in the demonstration: ${key}`);
      return actor;
    },
    membersOf: (club) => demoPeople.filter(({ member, pilot }) => member.includes(club) || pilot.includes(club)).map(({ key }) => key),
  };
};

const loadThreads = async (cast: Cast): Promise<void> => {
  const queue = Object.entries(demoThreads).flatMap(([club, threads]) => threads.map((thread) => ({ club, thread })));
  const worker = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) await loadThread(cast, next.club, next.thread);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  // Search and counters follow the writes: the territory is ready when they have caught up.
  while (await hasUnsettled()) await pause(50);
};

/** Loads the demonstration territory once, through the same commands people use; interrupted, it goes on where it was. */
export const loadDemo = async (auth: Auth): Promise<void> => {
  if (await wasDone(MILESTONE)) return;
  await createCommunes(installer, demoCommunes);
  const clubIds = new Map<string, string>();
  for (const club of demoClubs) clubIds.set(club.slug, await createClub(installer, club));
  await loadThreads(await loadPeople(auth, clubIds));
  forgetInstants();
  await markDone(MILESTONE);
  logger.info('demonstration territory loaded');
};
