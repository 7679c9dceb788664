import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { CLUB_ACCESS, type ClubAccess } from '@beffroi/shared/features/clubs/clubs.vocabulary';
import type { AnyContractProcedure } from '@orpc/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { call } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub } from '../../support/world.ts';
import { buildCast, type Cast, OUTSIDE, PERSONAS, STATED } from './personas.ts';
import { CREATED_INSIDE, INSIDE, type Statuses } from './rows.ts';

/** A club of each way of joining, with what it announced to itself and to the territory. */
interface Place {
  club: TestClub;
  cast: Cast;
  toClub: string;
  toTerritory: string;
}
let server: Server;
const places = {} as Record<ClubAccess, Place>;

const buildPlace = async (access: ClubAccess): Promise<Place> => {
  const club = await buildClub({ access });
  const author = await buildPerson(server, { clubs: [[club, 'pilot']] });
  const announced = async (audience: 'club' | 'territory') =>
    (await buildThread(server, { club, author, kind: 'announcement', facts: { audience } })).thread.id;
  const [toClub, toTerritory] = [await announced('club'), await announced('territory')];
  return { club, cast: await buildCast(server, club, await buildClub({ access: 'request' })), toClub, toTerritory };
};

beforeAll(async () => {
  server = await startServer();
  for (const access of CLUB_ACCESS) places[access] = await buildPlace(access);
});

type Asked = [procedure: AnyContractProcedure, input: (place: Place) => object];
/** In the order of `STATED`; the others outside the club get what `agent` gets. */
type ByAccess = Record<ClubAccess, Statuses>;

const bySlug = ({ club }: Place) => ({ slug: club.slug });
const written = (place: Place) => ({ ...bySlug(place), title: 'Un texte de la matrice', body: paragraphs('Un texte.') });

/** An open club is for every agent, the two others for those inside. */
const READ: ByAccess = { open: [401, 200, 404, 404, 200, 200, 200, 200], request: INSIDE, invitation: INSIDE };
const WRITE: ByAccess = { open: [401, 201, 404, 404, 201, 201, 201, 201], request: CREATED_INSIDE, invitation: CREATED_INSIDE };
const CARD: Statuses = [401, 200, 404, 404, 200, 200, 200, 200];
const ANNOUNCE: Statuses = [401, 404, 404, 404, 403, 403, 201, 201];
/** What is announced to the territory is for its agents, and for guests of the club that announces it. */
const OF_THE_TERRITORY: ByAccess = { open: CARD, request: CARD, invitation: CARD };

const ROWS: [what: string, asked: Asked, statuses: ByAccess][] = [
  ['its card', [contract.clubs.get, bySlug], { open: CARD, request: CARD, invitation: INSIDE }],
  ['its threads', [contract.forum.list, bySlug], READ],
  ['its members', [contract.clubs.members, bySlug], READ],
  // At once, or by a request; done again by who is in, it changes nothing. Nobody asks for an invitation.
  [
    'joining',
    [contract.clubs.join, bySlug],
    {
      open: [401, 201, 404, 404, 201, 201, 201, 201],
      request: [401, 201, 404, 404, 201, 201, 201, 201],
      invitation: [401, 404, 404, 404, 201, 201, 201, 403],
    },
  ],
  ['asking', [contract.forum.create, (place) => ({ ...written(place), kind: 'question' })], WRITE],
  [
    'announcing',
    [contract.forum.create, (place) => ({ ...written(place), kind: 'announcement' })],
    { open: [401, 403, 404, 404, 403, 403, 201, 201], request: ANNOUNCE, invitation: ANNOUNCE },
  ],
  [
    'announcing to the territory',
    [contract.forum.create, (place) => ({ ...written(place), kind: 'announcement', audience: 'territory' })],
    { open: [401, 403, 404, 404, 403, 403, 201, 201], request: ANNOUNCE, invitation: ANNOUNCE },
  ],
  ['what it announces to itself', [contract.forum.get, ({ toClub }) => ({ id: toClub })], READ],
  ['what it announces to the territory', [contract.forum.get, ({ toTerritory }) => ({ id: toTerritory })], OF_THE_TERRITORY],
  ['having read its own announcement', [contract.forum.acknowledge, ({ toClub }) => ({ id: toClub })], READ],
  ['having read the territory’s', [contract.forum.acknowledge, ({ toTerritory }) => ({ id: toTerritory })], OF_THE_TERRITORY],
];

const expected = (statuses: Statuses): Record<string, number | undefined> => ({
  ...Object.fromEntries(STATED.map((persona, index) => [persona, statuses[index]])),
  ...Object.fromEntries(OUTSIDE.map((persona) => [persona, statuses[1]])),
});

describe.each(CLUB_ACCESS)('a club on %s', (access) => {
  test.each(ROWS)('%s', async (_what, [procedure, input], statuses) => {
    const place = places[access];
    const found = PERSONAS.map(async (one) => [one, (await call(place.cast[one], procedure, input(place))).status]);
    expect(Object.fromEntries(await Promise.all(found))).toEqual(expected(statuses[access]));
  });
});
