import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createHttp } from '../../../server/src/doors.ts';
import { readEnv } from '../../../server/src/env.ts';
import { type Answer, expectProblem, type Session, send } from '../../support/api-client.ts';
import { atEndOfFile } from '../../support/end-of-file.ts';
import { doorsOf } from '../../support/express-doors.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub } from '../../support/world.ts';
import { OFFERED, SHUT } from './auth.rows.ts';
import { DOORS } from './doors.rows.ts';
import { buildCast, type Cast, PERSONAS } from './personas.ts';

/** A built client, as small as one can be. */
const buildClient = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-client-'));
  atEndOfFile(async () => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  for (const file of ['index.html', 'service-worker.js', 'favicon.svg', 'assets/page.js']) writeFileSync(join(folder, file), file);
  return folder;
};

let server: Server;
let client: string;
let cast: Cast;
beforeAll(async () => {
  client = buildClient();
  server = await startServer({}, client);
  cast = await newCast();
});

const newCast = async (): Promise<Cast> => buildCast(server, await buildClub(), await buildClub());

/** What everyone gets, each person asking as herself. */
const statuses = async (people: Cast, ask: (session: Session) => Promise<Answer>): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(PERSONAS.map(async (persona) => [persona, (await ask(people[persona])).status])));
const everyone = (status: number): Record<string, number> => Object.fromEntries(PERSONAS.map((persona) => [persona, status]));

const withBody = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const authDoor = (session: Session, door: string, body: object = {}): Promise<Answer> => {
  const [method = '', path = ''] = door.split(' ');
  return send(session, `/api/auth${path.replaceAll(/:\w+/g, 'inconnu')}`, { method, ...(method === 'POST' && withBody(body)) });
};

describe('what is mounted beside the contract', () => {
  test('has its line, whatever it is', () => {
    const none = {} as never;
    const parts = { auth: none, files: none, liveDocuments: none, isOurs: () => true, loaded: () => true };
    const app = createHttp({ env: readEnv({}), clientFolder: client, ...parts });
    expect(doorsOf(app.router as never)).toEqual(DOORS.map(([door]) => door));
  });

  test.each(DOORS.filter(([, asked]) => asked.length > 0))('%s answers everyone alike', async (_door, asked) => {
    for (const { method = 'GET', path, status } of asked)
      expect(await statuses(cast, (session) => send(session, path, { method }))).toEqual(everyone(status));
  });
});

describe('better-auth', () => {
  test('has no door that is neither offered nor shut', () => {
    const doors = Object.values(server.auth.api as unknown as Record<string, { path?: string; options: { method: string | string[] } }>)
      // What has no path is called by programs alone.
      .flatMap(({ path, options }) => (path ? [options.method].flat().map((method) => `${method} ${path}`) : []));
    expect(doors.sort()).toEqual([...Object.keys(OFFERED), ...SHUT].sort());
  });

  test.each(SHUT)('%s is shut for everyone', async (door) => {
    const found = await statuses(cast, async (session) => {
      const answer = await authDoor(session, door);
      expectProblem(answer, 'not-found');
      return answer;
    });
    expect(found).toEqual(everyone(404));
  });

  test.each(Object.entries(OFFERED))('%s is offered to everyone', async (door, { body, status }) => {
    // One of them signs out.
    expect(await statuses(await newCast(), (session) => authDoor(session, door, body))).toEqual(everyone(status));
  });

  test.each(Object.keys(OFFERED))('%s is offered at its own address, by its own method, and no other', async (door) => {
    const [, path] = door.split(' ');
    for (const other of [`GET ${path}`, `PUT ${path}`, `POST ${path}/`, `POST /${path}`, `POST ${path}/autre`])
      expectProblem(await authDoor(cast.member, other), 'not-found');
  });
});

describe('the sockets', () => {
  const upgrade = async (path: string, { cookie }: Session, headers: Record<string, string> = {}): Promise<number | undefined> => {
    const asking = request(`${server.url}${path}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'YmVmZnJvaS1iZWZmcm9pIQ==',
        cookie,
        ...headers,
      },
    });
    asking.end();
    const answered = await Promise.race([once(asking, 'response'), once(asking, 'upgrade')]);
    asking.destroy();
    return (answered[0] as IncomingMessage).statusCode;
  };

  test('are these two, and nothing else listens beside Express', () => {
    expect([server.http.listenerCount('request'), server.http.listenerCount('upgrade')]).toEqual([1, 2]);
  });

  // Who may then do what is in `documents.test.ts` and `rooms.test.ts`.
  test.each([
    ['/collab/inconnu', 401, 403],
    // Socket.IO is told who one is by what follows: nobody without a session connects.
    ['/socket.io/?EIO=4&transport=websocket', 101, 400],
  ])('%s answers a stranger %i, and another site’s page %i', async (path, stranger, elsewhere) => {
    expect(await upgrade(path, cast.anonymous)).toBe(stranger);
    expect(await upgrade(path, cast.member, { origin: 'https://ailleurs.example' })).toBe(elsewhere);
  });
});
