import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { AnyContractProcedure } from '@orpc/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ClubModel } from '../../server/src/features/clubs/club.model.ts';
import { type Answer, call, expectProblem, ok, type Session, send } from '../support/api-client.ts';
import { pngImage } from '../support/images.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson, type TestThread } from '../support/world.ts';

const PERSONAS = ['anonymous', 'agent', 'guestElsewhere', 'substitute', 'guest', 'member', 'pilot', 'administrator'] as const;
type Persona = (typeof PERSONAS)[number];

/** What one cell of the matrix acts on: a club on request, a thread of its own with a reply, both by an author nobody else is. */
interface Scene extends TestThread {
  replyId: string;
  colleague: TestPerson;
  imageId: string;
  invitationId: string;
}
interface Row {
  input?: (scene: Scene) => object;
  /** Puts the scene in the state the route starts from. */
  before?: (scene: Scene) => Promise<unknown>;
  send?: (session: Session, scene: Scene) => Promise<Answer>;
  /** One status for each persona, in their order. */
  statuses: readonly [number, number, number, number, number, number, number, number];
}

const INSIDE = [401, 404, 404, 404, 200, 200, 200, 200] as const;
const CREATED_INSIDE = [401, 404, 404, 404, 201, 201, 201, 201] as const;
const AUTHOR_OR_PILOT = [401, 404, 404, 404, 403, 403, 200, 200] as const;
/** The scene's thread is a question, which nobody is counted to have read. */
const NOT_AN_ANNOUNCEMENT = [401, 404, 404, 404, 403, 403, 403, 403] as const;
/** What is deleted is seen by those only who may take it back. */
const WHO_MAY_RESTORE = [401, 404, 404, 404, 404, 404, 200, 200] as const;
/** A territory is created once: afterwards nobody may, whoever asks. */
const ONLY_ONCE = [409, 409, 409, 409, 409, 409, 409, 409] as const;
/** A commune's people are its referents' and the administrator's. */
const REFERENT = [401, 403, 403, 403, 403, 403, 403, 200] as const;
const SIGNED_IN = [401, 200, 200, 200, 200, 200, 200, 200] as const;

const CSV = 'adresse;nom;clubs\nquelquun@essai.example;Agent technique;';
const newInvitation = (club: TestClub) => ({
  email: `invite-${crypto.randomUUID()}@essai.example`,
  name: 'Agente technique',
  function: 'Agente technique',
  grants: [{ scope: 'club', slug: club.slug, role: 'member' }],
});
const byInvitation = ({ invitationId }: Scene) => ({ id: invitationId });

const byThread = ({ thread }: Scene) => ({ id: thread.id });
const byThreadId = ({ thread }: Scene) => ({ threadId: thread.id });
const byReply = ({ replyId }: Scene) => ({ id: replyId });
const byAgent = ({ author }: Scene) => ({ slug: 'anzin', personId: author.id });
const bySlug = ({ club }: Scene) => ({ slug: club.slug });
const body = paragraphs('Un texte pour la matrice.');
const as = (who: TestPerson, route: AnyContractProcedure, input: object) => call(who.session, route, input);

/** One club serves all personas: the list each replaces is the first. */
const emptyTags = async ({ id }: TestClub) => ClubModel.updateOne({ _id: id }, { $set: { tags: [], tagsVersion: 0 } });

/** Deletes in the club's name; what an author withdrew herself would be hers alone to take back. */
const moderator = () => buildPerson(server, { administrator: true });

const MATRIX: { [F in keyof typeof contract]: { [R in keyof (typeof contract)[F]]: Row } } = {
  accounts: {
    me: { statuses: SIGNED_IN },
    updateProfile: { input: () => ({ name: 'Nouveau nom', function: 'Agente', phone: null, expertise: [] }), statuses: SIGNED_IN },
    demoAccounts: { statuses: [200, 200, 200, 200, 200, 200, 200, 200] },
  },
  attention: {
    unread: { statuses: SIGNED_IN },
    catchUp: { statuses: SIGNED_IN },
    clear: { input: () => ({ until: new Date().toISOString() }), statuses: SIGNED_IN },
    setRead: { input: ({ thread }) => ({ id: thread.id, number: 0 }), statuses: INSIDE },
    followThread: { input: ({ thread }) => ({ id: thread.id, level: 'all' }), statuses: INSIDE },
    followClub: { input: ({ club }) => ({ slug: club.slug, level: 'muted' }), statuses: INSIDE },
    visitClub: { input: bySlug, statuses: INSIDE },
    readClub: { input: ({ club }) => ({ slug: club.slug, until: new Date().toISOString() }), statuses: INSIDE },
  },
  agents: {
    list: { input: () => ({ slug: 'anzin' }), statuses: REFERENT },
    changeRoles: { input: (scene) => ({ ...byAgent(scene), roles: ['hr'] }), statuses: REFERENT },
    remove: { input: byAgent, statuses: REFERENT },
    suspend: { input: byAgent, statuses: REFERENT },
    reactivate: {
      before: async ({ author }) => as(await moderator(), contract.agents.suspend, { slug: 'anzin', personId: author.id }),
      input: byAgent,
      statuses: REFERENT,
    },
    acts: { input: () => ({ slug: 'anzin' }), statuses: REFERENT },
  },
  clubs: {
    list: { statuses: SIGNED_IN },
    get: { input: bySlug, statuses: [401, 200, 404, 404, 200, 200, 200, 200] },
    members: { input: bySlug, statuses: INSIDE },
    join: { input: bySlug, statuses: [401, 201, 404, 404, 201, 201, 201, 201] },
    leave: { input: bySlug, statuses: [401, 200, 404, 404, 403, 200, 403, 200] },
    tags: { input: bySlug, statuses: INSIDE },
    setTags: {
      before: async ({ club }) => emptyTags(club),
      input: ({ club }) => ({ slug: club.slug, items: [{ name: 'Recours' }], version: 0 }),
      statuses: AUTHOR_OR_PILOT,
    },
    requests: { input: bySlug, statuses: AUTHOR_OR_PILOT },
    decideRequest: {
      before: async ({ colleague, club }) => as(colleague, contract.clubs.join, { slug: club.slug }),
      input: ({ club, colleague }) => ({ slug: club.slug, personId: colleague.id, decision: 'accept' }),
      statuses: AUTHOR_OR_PILOT,
    },
  },
  directory: {
    communes: { statuses: [401, 200, 403, 403, 403, 200, 200, 200] },
    people: { statuses: SIGNED_IN },
    person: { input: ({ author }) => ({ id: author.id }), statuses: [401, 200, 404, 404, 200, 200, 200, 200] },
  },
  forum: {
    list: { input: bySlug, statuses: INSIDE },
    create: { input: ({ club }) => ({ slug: club.slug, kind: 'question', title: 'Une question de plus', body }), statuses: CREATED_INSIDE },
    similar: { input: () => ({ title: 'instruire une demande' }), statuses: SIGNED_IN },
    waiting: { statuses: SIGNED_IN },
    get: { input: byThread, statuses: INSIDE },
    replies: { input: byThread, statuses: INSIDE },
    edit: { input: ({ thread }) => ({ id: thread.id, version: 1, title: 'Un titre corrigé', body }), statuses: AUTHOR_OR_PILOT },
    delete: { input: byThread, statuses: AUTHOR_OR_PILOT },
    restore: {
      before: async ({ thread }) => as(await moderator(), contract.forum.delete, { id: thread.id }),
      input: byThread,
      statuses: WHO_MAY_RESTORE,
    },
    revisions: { input: byThread, statuses: INSIDE },
    receipts: { input: byThread, statuses: NOT_AN_ANNOUNCEMENT },
    acknowledge: { input: byThread, statuses: NOT_AN_ANNOUNCEMENT },
    setMeToo: { input: byThread, statuses: INSIDE },
    unsetMeToo: { input: byThread, statuses: INSIDE },
    accept: { input: ({ thread, replyId }) => ({ id: thread.id, replyId }), statuses: AUTHOR_OR_PILOT },
    unaccept: { input: byThread, statuses: AUTHOR_OR_PILOT },
    reply: { input: ({ thread }) => ({ id: thread.id, body }), statuses: CREATED_INSIDE },
    editReply: { input: ({ replyId }) => ({ id: replyId, version: 1, body }), statuses: AUTHOR_OR_PILOT },
    deleteReply: { input: byReply, statuses: AUTHOR_OR_PILOT },
    restoreReply: {
      before: async ({ replyId }) => as(await moderator(), contract.forum.deleteReply, { id: replyId }),
      input: byReply,
      statuses: AUTHOR_OR_PILOT,
    },
    replyRevisions: { input: byReply, statuses: INSIDE },
    setUseful: { input: byReply, statuses: INSIDE },
    unsetUseful: { input: byReply, statuses: INSIDE },
  },
  images: {
    upload: { send: (session, { club }) => uploadImage(session, club), statuses: CREATED_INSIDE },
    get: { send: (session, { imageId }) => send(session, `/api/images/${imageId}`), statuses: INSIDE },
  },
  notifications: {
    list: { statuses: SIGNED_IN },
    unread: { statuses: SIGNED_IN },
    read: { input: byThreadId, statuses: SIGNED_IN },
  },
  invitations: {
    create: { input: ({ club }) => newInvitation(club), statuses: [401, 403, 403, 403, 403, 403, 201, 201] },
    list: { statuses: [401, 403, 403, 403, 403, 403, 200, 200] },
    resend: { input: byInvitation, statuses: [401, 404, 404, 404, 404, 404, 200, 200] },
    revoke: { input: byInvitation, statuses: [401, 404, 404, 404, 404, 404, 200, 200] },
    dryRun: { input: () => ({ csv: CSV }), statuses: [401, 403, 403, 403, 403, 403, 200, 200] },
    // The hash is of no plan: whoever may import is told so.
    batch: { input: () => ({ csv: CSV, hash: 'x' }), statuses: [401, 403, 403, 403, 403, 403, 409, 409] },
    readLink: { input: () => ({ token: 'x' }), statuses: [404, 404, 404, 404, 404, 404, 404, 404] },
    acceptLink: { input: () => ({ token: 'x' }), statuses: [404, 404, 404, 404, 404, 404, 404, 404] },
  },
  search: { search: { input: () => ({ q: 'demande' }), statuses: SIGNED_IN } },
  territory: {
    get: { statuses: [200, 200, 200, 200, 200, 200, 200, 200] },
    unlock: { input: () => ({ code: 'ABCD' }), statuses: ONLY_ONCE },
    search: { input: () => ({ code: 'ABCD', q: 'metz' }), statuses: ONLY_ONCE },
    preview: { input: () => ({ code: 'ABCD', siren: '200039865' }), statuses: ONLY_ONCE },
    create: { input: () => newTerritory(), statuses: ONLY_ONCE },
  },
  today: { today: { statuses: SIGNED_IN } },
};

const newTerritory = () => ({
  code: 'ABCD',
  siren: '200039865',
  name: 'Metz Métropole',
  clubs: [],
  administrator: { email: 'admin@essai.example', name: 'Administration', function: 'Administration', password: 'un-mot-de-passe-long' },
  idempotencyKey: crypto.randomUUID(),
});

const uploadImage = (session: Session, club: TestClub): Promise<Answer> => {
  const form = new FormData();
  form.append('file', new File([pngImage()], 'plan.png', { type: 'image/png' }));
  return send(session, `/api/clubs/${club.slug}/images`, { method: 'POST', body: form });
};

const EXPECTED_CODE: Record<number, string> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found' };

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

const buildScene = async (club: TestClub): Promise<Scene> => {
  const author = await buildPerson(server, { clubs: [[club, 'member']] });
  const built = await buildThread(server, { club, author });
  const { id: replyId } = await buildReply(author, built.thread.id);
  const image = await uploadImage(author.session, club);
  const pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  await ok(pilot.session, contract.invitations.create, newInvitation(club) as never);
  const { items } = await ok(pilot.session, contract.invitations.list, { club: club.slug });
  return {
    ...built,
    replyId,
    colleague: await buildPerson(server, { commune: 'onnaing' }),
    imageId: (image.body as { id: string }).id,
    invitationId: items[0]?.id as string,
  };
};

const buildPersonas = async (club: TestClub, elsewhere: TestClub): Promise<Record<Persona, Session>> => {
  const session = async (...options: Parameters<typeof buildPerson> extends [unknown, ...infer O] ? O : never) =>
    (await buildPerson(server, ...options)).session;
  return {
    anonymous: { url: server.url, cookie: '' },
    agent: await session({ clubs: [[elsewhere, 'member']] }),
    guestElsewhere: await session({ commune: null, clubs: [[elsewhere, 'guest']] }),
    substitute: await session({ commune: null, substitute: true }),
    guest: await session({ commune: null, clubs: [[club, 'guest']] }),
    member: await session({ clubs: [[club, 'member']] }),
    pilot: await session({ clubs: [[club, 'pilot']] }),
    administrator: await session({ administrator: true }),
  };
};

const rows = Object.entries(contract).flatMap(([feature, routes]) =>
  Object.entries(routes).map(([route, procedure]) => ({
    name: `${feature}.${route}`,
    procedure: procedure as AnyContractProcedure,
    row: (MATRIX as Record<string, Record<string, Row>>)[feature]?.[route] as Row,
  })),
);

describe('who may call what', () => {
  test.each(rows)('$name', async ({ procedure, row }) => {
    const [club, elsewhere] = [await buildClub({ access: 'request' }), await buildClub({ access: 'request' })];
    const personas = await buildPersonas(club, elsewhere);
    const statuses: Partial<Record<Persona, number>> = {};
    for (const persona of PERSONAS) {
      const scene = await buildScene(club);
      await row.before?.(scene);
      const answer = await (row.send?.(personas[persona], scene) ?? call(personas[persona], procedure, row.input?.(scene) ?? {}));
      statuses[persona] = answer.status;
      const code = EXPECTED_CODE[answer.status];
      if (code) expectProblem(answer, code);
    }
    expect(statuses).toEqual(Object.fromEntries(PERSONAS.map((persona, index) => [persona, row.statuses[index]])));
  });
});
