import type { Actor } from '@beffroi/shared/core/actor';
import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { readEnv } from '../server/src/env.ts';
import { personRef } from '../server/src/features/accounts/accounts.queries.ts';
import { type Auth, createAuth } from '../server/src/features/accounts/auth.ts';
import { createPerson } from '../server/src/features/accounts/commands/create-person.ts';
import { ClubModel } from '../server/src/features/clubs/club.model.ts';
import { createClub } from '../server/src/features/clubs/commands/create-club.ts';
import { createCommunes } from '../server/src/features/directory/commands/create-commune.ts';
import { countThreads } from '../server/src/features/forum/forum-counts.queries.ts';
import { createMailer } from '../server/src/platform/mail.ts';
import { buildIndexes, connectMongo } from '../server/src/platform/mongo.ts';
import { CATEGORIES, topics, USERS } from './forum/lib/corpus.mjs';
import { type Place, writeTopics } from './write-topics.ts';

const COMMUNES = 35;
const BATCH = 400;
const installer: Actor = { personId: '0'.repeat(24), administrator: true, communes: {}, clubs: {} };

const communeSlug = (index: number): string => `commune-${(index % COMMUNES) + 1}`;

const seedClubs = async (): Promise<Place[]> => {
  const places: Place[] = [];
  for (const [order, name] of CATEGORIES.entries()) {
    const slug = name
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/\W+/g, '-');
    const described = { slug, name, order, mark: name.slice(0, 2).toUpperCase(), hue: '#2b50bd', summary: name, access: 'open' as const };
    const empty = { purposes: [], audience: [], firstWorks: [], charter: '', rhythm: '', place: '' };
    places.push({ clubId: await createClub(installer, { ...described, ...empty }), clubSlug: slug });
  }
  return places;
};

const seedPeople = async (auth: Auth, places: Place[]): Promise<PersonRef[]> => {
  const { password } = await auth.$context;
  // One hash for all: they share one password.
  const passwordHash = await password.hash(USERS[0]?.password as string);
  const people: PersonRef[] = [];
  for (const [index, { email, fullname: name }] of USERS.entries()) {
    const memberships = [
      { scope: 'commune' as const, scopeId: communeSlug(index), role: 'agent' },
      ...places.map(({ clubId }) => ({ scope: 'club' as const, scopeId: clubId, role: 'member' })),
    ];
    people.push(await personRef(await createPerson(installer, { email, name, function: 'Agent', memberships, passwordHash }, auth)));
  }
  return people;
};

/**
 * Fills an empty database with the corpus: clubs and people through the commands, the texts in bulk and in the shape the
 * commands give them.
 * @param count how many threads; a hundred and twenty thousand texts for twenty thousand
 */
const seed = async (uri: string, dataDir: string, count: number): Promise<void> => {
  const env = readEnv({ MONGODB_URI: uri, DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const disconnect = await connectMongo(env);
  await buildIndexes();
  const auth = createAuth(env, createMailer(env));
  const communes = Array.from({ length: COMMUNES }, (_, i) => ({
    slug: communeSlug(i),
    name: `Commune ${i + 1}`,
    kind: 'commune' as const,
  }));
  await createCommunes(installer, communes);
  const places = await seedClubs();
  const people = await seedPeople(auth, places);
  let written = 0;
  const batch: Parameters<typeof writeTopics>[0] = [];
  for (const topic of topics(count)) {
    batch.push(topic);
    if (batch.length === BATCH || topic.i === count - 1) {
      await writeTopics(batch.splice(0), places, people);
      written += BATCH;
      if (written % 4_000 === 0) console.error(`${written} of ${count} threads`);
    }
  }
  for (const { clubId } of places)
    await ClubModel.updateOne({ _id: clubId }, { $set: { memberCount: people.length, ...(await countThreads(clubId)) } });
  await disconnect();
};

const [uri, dataDir, count] = process.argv.slice(2);
if (!uri || !dataDir || !count) throw new Error('usage: seed-territory.ts MONGODB_URI DATA_DIR THREADS');
await seed(uri, dataDir, Number(count));
