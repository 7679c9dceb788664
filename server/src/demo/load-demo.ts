import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import type { LiveDocuments } from '../collab/collab-feature.ts';
import { actorOf, findPerson } from '../features/accounts/accounts.queries.ts';
import type { Auth } from '../features/accounts/auth.ts';
import { createPerson, type NewPerson } from '../features/accounts/commands/create-person.ts';
import { createClub } from '../features/clubs/commands/create-club.ts';
import { createCommunes } from '../features/directory/commands/create-commune.ts';
import { hasUnsettled } from '../features/forum/settle.ts';
import { claimTerritory, settleClaim } from '../features/territory/commands/claim-territory.ts';
import { installer } from '../features/territory/installer.ts';
import { hasUnsettledVacancies } from '../features/vacancies/settle-vacancy.ts';
import { atInstant, forgetInstants } from '../platform/clock.ts';
import type { FileStore } from '../platform/files.ts';
import { logger } from '../platform/logger.ts';
import { markDone, wasDone } from '../platform/milestones.ts';
import type { Cast } from './cast.ts';
import { type DemoPerson, demoClubs, demoCommunes, demoPeople, demoThreads } from './content.ts';
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts.ts';
import { loadAdministration } from './load-administration.ts';
import { loadApplications } from './load-applications.ts';
import { loadAttention } from './load-attention.ts';
import { loadTags } from './load-kinds.ts';
import { loadModeration } from './load-moderation.ts';
import { loadPool } from './load-pool.ts';
import { loadReplacements } from './load-replacements.ts';
import { loadTemplates } from './load-templates.ts';
import { loadThread } from './load-threads.ts';
import { loadVacancies } from './load-vacancies.ts';

const MILESTONE = 'demo-loaded';
/** Nothing is written again in what was closed or archived since. */
const THREADS_MILESTONE = 'demo-threads-loaded';
/** Older than the oldest discussion. */
const OPENED_DAYS_AGO = 430;
/** Discussions written at once: enough for the store to group their commits. */
const AT_ONCE = 12;

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
  if (await wasDone(THREADS_MILESTONE)) return;
  const queue = demoThreads.flatMap(([club, threads]) => threads.map((thread) => ({ club, thread })));
  const worker = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) await loadThread(cast, next.club, next.thread);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await markDone(THREADS_MILESTONE);
};

/** Search and counters follow the writes: the territory is ready when they have caught up. */
const untilSettled = async (): Promise<void> => {
  while ((await hasUnsettled()) || (await hasUnsettledVacancies())) await pause(50);
};

/** Nobody's own territory is ever mixed with the demonstration's. @throws Error where there is another territory */
const claim = async (): Promise<void> => {
  const { siren, name } = demoCommunes.find(({ kind }) => kind === 'epci') as { siren: string; name: string };
  try {
    await claimTerritory(installer, { siren, name, idempotencyKey: MILESTONE }, async () => null);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'territory-exists')) throw error;
    throw new Error('DEMO demande le territoire de démonstration, mais ces données sont celles d’un autre : retirez DEMO.', {
      cause: error,
    });
  }
};

/**
 * Loads the demonstration territory once, through the same commands people use; interrupted, it goes on where it was.
 * @throws Error where there is another territory
 */
export const loadDemo = async (auth: Auth, liveDocuments: LiveDocuments, files: FileStore): Promise<void> => {
  if (await wasDone(MILESTONE)) return;
  await claim();
  await createCommunes(installer, demoCommunes);
  const clubIds = new Map<string, string>();
  const opened = new Date(Date.now() - OPENED_DAYS_AGO * 86_400_000);
  for (const club of demoClubs) clubIds.set(club.slug, await atInstant(opened, () => createClub(installer, club)));
  const cast = await loadPeople(auth, clubIds);
  for (const { slug } of demoClubs) await atInstant(opened, () => loadTags(cast, slug));
  await loadThreads(cast);
  await loadModeration(cast);
  await loadTemplates(cast, liveDocuments);
  await loadReplacements(cast, await loadPool(cast, auth));
  await loadVacancies(cast, files);
  await loadApplications(cast, files);
  await untilSettled();
  await loadAdministration(cast);
  const triers = demoPeople.filter(({ email }) => demoAccounts.some((account) => account.email === email));
  await loadAttention(triers.map(({ key }) => cast.actorOf(key)));
  forgetInstants();
  await settleClaim(async () => {});
  await markDone(MILESTONE);
  logger.info('demonstration territory loaded');
};
