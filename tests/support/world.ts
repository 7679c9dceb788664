import { createHmac, randomUUID } from 'node:crypto';
import { contract } from '@beffroi/shared/contract';
import type { Actor, ClubRole, CommuneRole } from '@beffroi/shared/core/actor';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { ClubAccess } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import type { Reply, ThreadPage } from '@beffroi/shared/features/forum/forum.contract';
import type { ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import { hashPassword } from 'better-auth/crypto';
import { createPerson } from '../../server/src/features/accounts/commands/create-person.ts';
import { ClubModel } from '../../server/src/features/clubs/club.model.ts';
import { refreshClubs } from '../../server/src/features/clubs/known-clubs.queries.ts';
import { CommuneModel } from '../../server/src/features/directory/commune.model.ts';
import { refreshTerritory } from '../../server/src/features/directory/territory.queries.ts';
import { type Input, ok, type Session, send } from './api-client.ts';
import { nextNumber } from './end-of-file.ts';
import type { Server } from './start-server.ts';

export const PASSWORD = 'un-mot-de-passe-long';
const passwordHash = hashPassword(PASSWORD);
/** Acts for the tests where the application wants to know who does it. */
const territory: Actor = { personId: '0'.repeat(24), administrator: true, communes: {}, clubs: {} };

export interface TestClub {
  id: string;
  slug: string;
  access: ClubAccess;
}
export interface TestPerson {
  id: string;
  email: string;
  name: string;
  session: Session;
}

/** A commune of the territory; made once however often it is named. */
export const buildCommune = async (slug: string): Promise<string> => {
  const name = slug.charAt(0).toUpperCase() + slug.slice(1);
  await CommuneModel.updateOne({ slug }, { $setOnInsert: { name, kind: 'commune', population: 3_000 } }, { upsert: true });
  await refreshTerritory();
  return slug;
};

export const buildClub = async ({ access = 'open' as ClubAccess, name = 'Club d’essai' } = {}): Promise<TestClub> => {
  const order = nextNumber();
  const slug = `club-${order}-${randomUUID().slice(0, 8)}`;
  const club = await ClubModel.create({ slug, name, order, mark: 'CE', hue: '#2b50bd', summary: 'Un club pour l’essai.', access });
  await refreshClubs();
  return { id: club._id.toHexString(), slug, access };
};

interface PersonOptions {
  /** Null for somebody from outside of the territory. */
  commune?: string | null;
  roles?: CommuneRole[];
  clubs?: [TestClub, ClubRole][];
  administrator?: boolean;
  substitute?: boolean;
  name?: string;
  function?: string;
  expertise?: string[];
}

/** Signs in through the public door. */
export const signIn = async ({ url }: Pick<Server, 'url'>, email: string, password = PASSWORD): Promise<Session> => {
  const answer = await send({ url, cookie: '' }, '/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (answer.status !== 200) throw new Error(`sign-in of ${email}: ${answer.status} ${JSON.stringify(answer.body)}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  return { url, cookie };
};

/** A session like the one signing in gives, without the tenth of a second a password costs. */
export const openSession = async ({ url, auth }: Server, personId: string): Promise<Session> => {
  const { authCookies, internalAdapter, secret } = await auth.$context;
  const { token } = await internalAdapter.createSession(personId);
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return { url, cookie: `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}` };
};

/** A person with her rights, signed in. Without a word she is an agent of Anzin, member of nothing. */
export const buildPerson = async (server: Server, options: PersonOptions = {}): Promise<TestPerson> => {
  const { commune = 'anzin', roles = ['agent'], clubs = [], administrator, substitute } = options;
  const order = nextNumber();
  const email = `personne-${order}-${randomUUID().slice(0, 8)}@essai.example`;
  const name = options.name ?? `Personne ${order}`;
  if (commune) await buildCommune(commune);
  const memberships = [
    ...(commune ? roles.map((role) => ({ scope: 'commune' as const, scopeId: commune, role })) : []),
    ...clubs.map(([club, role]) => ({ scope: 'club' as const, scopeId: club.id, role })),
    ...(administrator ? [{ scope: 'territory' as const, scopeId: 'territory', role: 'administrator' }] : []),
    ...(substitute ? [{ scope: 'territory' as const, scopeId: 'territory', role: 'substitute' }] : []),
  ];
  const person = { email, name, function: options.function ?? 'Agente', expertise: options.expertise ?? [], memberships };
  const id = await createPerson(territory, { ...person, passwordHash: await passwordHash }, server.auth);
  return { id, email, name, session: await openSession(server, id) };
};

interface ThreadOptions {
  club?: TestClub;
  author?: TestPerson;
  kind?: ThreadKind;
  title?: string;
  text?: string;
  replies?: number;
  /** What only its kind carries. */
  facts?: Partial<Input<typeof contract.forum.create>>;
}
export interface TestThread {
  club: TestClub;
  author: TestPerson;
  thread: ThreadPage;
  replies: Reply[];
}

/** A thread with its replies, all by one author, through the API; its club and author are made when not given. */
export const buildThread = async (server: Server, options: ThreadOptions = {}): Promise<TestThread> => {
  const club = options.club ?? (await buildClub());
  const author = options.author ?? (await buildPerson(server, { clubs: [[club, 'member']] }));
  const title = options.title ?? `Comment instruire une demande, cas ${nextNumber()} ?`;
  const body = paragraphs(options.text ?? 'Nous cherchons un exemple de procédure.');
  const kind = options.kind ?? 'question';
  const thread = await ok(author.session, contract.forum.create, { slug: club.slug, kind, title, body, ...options.facts });
  const replies: Reply[] = [];
  for (let number = 1; number <= (options.replies ?? 0); number++) replies.push(await buildReply(author, thread.id, `Réponse ${number}.`));
  return { club, author, thread, replies };
};

export const buildReply = (author: TestPerson, threadId: string, text = 'Voici comment nous faisons.', parentId?: string): Promise<Reply> =>
  ok(author.session, contract.forum.reply, { id: threadId, body: paragraphs(text), ...(parentId && { parentId }) });
