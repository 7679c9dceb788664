import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { readEnv } from '../server/src/env.ts';
import { PersonModel } from '../server/src/features/accounts/person.model.ts';
import { MarkModel } from '../server/src/features/attention/mark.model.ts';
import { ClubModel } from '../server/src/features/clubs/club.model.ts';
import { connectMongo } from '../server/src/platform/mongo.ts';
import { NotificationJobModel } from '../server/src/platform/notify.ts';
import { objectId } from '../server/src/platform/object-id.ts';
import { USERS } from './forum/lib/corpus.mjs';
import { run, startTerritory, stopTerritory, type Territory } from './territory.ts';

const THREADS = 2_000;
const FOLLOWERS = 3_000;
const READERS = 10;
const AT_REST_MS = 10_000;
const REPLIES = 9;

/** Members who never sign in, follow all of the club, and are told all the same. */
const addFollowers = async (clubId: string, count: number): Promise<void> => {
  const at = new Date();
  const people = Array.from({ length: count }, (_, index) => ({
    _id: new PersonModel()._id,
    email: `membre-${randomUUID()}@example.org`,
    emailVerified: true,
    name: `Membre ${index}`,
    function: 'Agent',
    sortKey: `membre ${index}`,
    memberships: [
      { scope: 'commune', scopeId: 'commune-1', role: 'agent', since: at },
      { scope: 'club', scopeId: clubId, role: 'member', since: at },
    ],
    createdAt: at,
    updatedAt: at,
  }));
  await PersonModel.insertMany(people);
  const marks = people.map(({ _id }) => ({
    personId: _id.toHexString(),
    subject: 'club' as const,
    subjectId: objectId(clubId),
    clubId,
    level: 'all' as const,
    at,
  }));
  await MarkModel.insertMany(marks);
};

type Headers = Record<string, string>;

const signIn = async ({ url }: Territory, index: number): Promise<Headers> => {
  const { email, password } = USERS[index] as { email: string; password: string };
  const headers = { 'content-type': 'application/json', origin: url };
  const answer = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers, body: JSON.stringify({ email, password }) });
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status}`);
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { ...headers, cookie: cookie.join('; ') };
};

/** Reads lists, ten at once, while `goOn` says so. @returns the milliseconds each took */
const readLists = async (address: string, readers: Headers[], goOn: () => boolean): Promise<number[]> => {
  const took: number[] = [];
  const reading = async (headers: Headers): Promise<void> => {
    while (goOn()) {
      const from = performance.now();
      const answer = await fetch(address, { headers });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`list: ${answer.status}`);
      took.push(performance.now() - from);
    }
  };
  await Promise.all(readers.map(reading));
  return took;
};

const p95 = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length * 0.95)] as number;

/** One reply, heard by everyone who follows the club, while others read. @returns what reading took, and the walk itself */
const duringOneReply = async (threadUrl: string, list: string, author: Headers, readers: Headers[]) => {
  let telling = true;
  const reading = readLists(list, readers, () => telling);
  const from = performance.now();
  const body = JSON.stringify({ body: paragraphs('Une réponse que tout le club reçoit.') });
  const answer = await fetch(`${threadUrl}/replies`, { method: 'POST', headers: author, body });
  const { id } = (await answer.json()) as { id: string };
  if (answer.status !== 201) throw new Error(`reply: ${answer.status}`);
  const acknowledged = performance.now() - from;
  while (!(await NotificationJobModel.exists({ _id: `reply:${id}`, doneAt: { $exists: true } }))) {
    if (performance.now() - from > 60_000) throw new Error('the job was not carried out');
    await pause(20);
  }
  telling = false;
  return { took: await reading, acknowledged, told: performance.now() - from };
};

/** Measures what reading a list costs while a reply is told to a club's three thousand followers, beside the same at rest. */
const measure = async (): Promise<void> => {
  run('npm', ['run', '--silent', 'build']);
  const territory = await startTerritory(THREADS, { name: 'fan-out' });
  const disconnect = await connectMongo(readEnv({ MONGODB_URI: territory.uri, LOG_LEVEL: 'silent' }));
  try {
    const club = await ClubModel.findOne().sort({ order: 1 }).orFail();
    const members = await PersonModel.countDocuments({ 'memberships.scopeId': club._id.toHexString() });
    if (members < FOLLOWERS) await addFollowers(club._id.toHexString(), FOLLOWERS - members);
    const list = `${territory.url}/api/clubs/${club.slug}/threads?limit=20`;
    const readers = await Promise.all(Array.from({ length: READERS }, (_, index) => signIn(territory, index + 1)));
    const author = await signIn(territory, 0);
    const { items } = (await (await fetch(list, { headers: author })).json()) as { items: { id: string }[] };
    const until = (end: number) => () => performance.now() < end;
    await readLists(list, readers, until(performance.now() + 3_000));
    const rows: { rest: number; during: number; told: number; acknowledged: number }[] = [];
    for (let i = 0; i < REPLIES; i++) {
      const rest = p95(await readLists(list, readers, until(performance.now() + AT_REST_MS / REPLIES)));
      const { took, told, acknowledged } = await duringOneReply(`${territory.url}/api/threads/${items[i]?.id}`, list, author, readers);
      rows.push({ rest, during: p95(took), told, acknowledged });
    }
    const median = (key: keyof (typeof rows)[0]) => rows.map((row) => row[key]).sort((a, b) => a - b)[Math.floor(REPLIES / 2)] as number;
    console.log(`list p95 at rest ${median('rest').toFixed(1)} ms, while ${FOLLOWERS} are told ${median('during').toFixed(1)} ms`);
    console.log(
      `ratio ${(median('during') / median('rest')).toFixed(2)}, all told after ${median('told').toFixed(0)} ms, reply acknowledged after ${median('acknowledged').toFixed(0)} ms`,
    );
  } finally {
    await disconnect();
    stopTerritory(territory);
  }
};

await measure();
