/*
 * WHERE A NEW ENDPOINT'S ROW GOES: not here. Rows are in tests/api/matrix/*.rows.ts, one `'feature.route': {...}` a line:
 *   'forum.pin': { input: byThread, statuses: PILOT },
 * The eight statuses are those of `STATED` (matrix/personas.ts), in its order; the personas outside the club get what `agent` gets
 * unless `except` says otherwise. A new feature may have a file of its own, spread into ROWS below. The rows answer to the OpenAPI
 * document the server serves: an endpoint without a row, and a row without an endpoint, fail the first test.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, expectProblem, type Session } from '../support/api-client.ts';
import { callOperation, type Operation, readOperations } from '../support/openapi.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildClub, buildThread, type TestClub } from '../support/world.ts';
import { clauseRows } from './matrix/clauses.rows.ts';
import { clubRows } from './matrix/club.rows.ts';
import { ficheRows } from './matrix/fiches.rows.ts';
import { forumRows } from './matrix/forum.rows.ts';
import { noteRows } from './matrix/notes.rows.ts';
import { peopleRows } from './matrix/people.rows.ts';
import { buildCast, type Cast, OUTSIDE, PERSONAS, type Persona, STATED } from './matrix/personas.ts';
import { replacementRows } from './matrix/replacements.rows.ts';
import type { Row, Rows } from './matrix/rows.ts';
import { buildScene, type Scene } from './matrix/scene.ts';
import { substituteRows } from './matrix/substitutes.rows.ts';
import { templateRows } from './matrix/templates.rows.ts';
import { territoryRows } from './matrix/territory.rows.ts';

const ROWS: Rows = {
  ...forumRows,
  ...ficheRows,
  ...clauseRows,
  ...clubRows,
  ...noteRows,
  ...peopleRows,
  ...replacementRows,
  ...substituteRows,
  ...templateRows,
  ...territoryRows,
};

const EXPECTED_CODE: Record<number, string> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found' };

interface World {
  club: TestClub;
  cast: Cast;
  /** The oldest thread of the club. */
  first: string;
}
let server: Server;
let operations: Map<string, Operation>;
let shared: World;

const buildWorld = async (): Promise<World> => {
  const [club, elsewhere] = [await buildClub({ access: 'request' }), await buildClub({ access: 'request' })];
  return { club, cast: await buildCast(server, club, elsewhere), first: (await buildThread(server, { club })).thread.id };
};

beforeAll(async () => {
  server = await startServer();
  operations = new Map((await readOperations(server.url)).map((operation) => [operation.id, operation]));
  shared = await buildWorld();
});

const expected = ({ statuses, except }: Row): Record<Persona, number> => ({
  ...(Object.fromEntries(STATED.map((persona, index) => [persona, statuses[index]])) as Record<Persona, number>),
  ...(Object.fromEntries(OUTSIDE.map((persona) => [persona, statuses[1]])) as Record<Persona, number>),
  ...except,
});

const ask = async (operation: Operation, row: Row, session: Session, scene: Scene): Promise<Answer> =>
  row.send ? row.send(session, scene) : callOperation(session, operation, (await row.input?.(scene)) ?? {});

test('every endpoint of the OpenAPI document has its row, and every row its endpoint', () => {
  expect(Object.keys(ROWS).sort()).toEqual([...operations.keys()].sort());
});

describe('who may call what', () => {
  test.each(Object.entries(ROWS))('%s', async (id, row) => {
    const operation = operations.get(id) as Operation;
    const { club, cast, first } = row.ownWorld ? await buildWorld() : shared;
    const newScene = async (): Promise<Scene> => {
      const scene = await buildScene(server, club, first);
      await row.before?.(scene);
      return scene;
    };
    const wanted = expected(row);
    const actsOnScene = Boolean(row.before ?? row.send ?? row.input?.length);
    const common = await newScene();
    const statusOf = async (persona: Persona): Promise<[Persona, number]> => {
      // What is refused changes nothing, what is read neither, and a call that names nothing of the scene leaves it alone: one serves them all.
      const alone = actsOnScene && wanted[persona] < 300 && operation.method !== 'GET';
      const answer = await ask(operation, row, cast[persona], alone ? await newScene() : common);
      const code = EXPECTED_CODE[answer.status];
      if (code) expectProblem(answer, code);
      return [persona, answer.status];
    };
    const found: [Persona, number][] = [];
    if (row.oneByOne) for (const persona of PERSONAS) found.push(await statusOf(persona));
    else found.push(...(await Promise.all(PERSONAS.map(statusOf))));
    expect(Object.fromEntries(found)).toEqual(wanted);
  });
});
