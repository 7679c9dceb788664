import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract } from '@beffroi/shared/contract';
import { describe, expect, onTestFinished, test } from 'vitest';
import { expectProblem, ok, send } from '../../support/api-client.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { newDatabaseUri } from '../../support/start-server.ts';
import { runTerritoryCommand as territory } from '../../support/territory-command.ts';
import { signIn } from '../../support/world.ts';

const PASSWORD = 'une-phrase-assez-longue';

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'beffroi-command-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
};
const ADMIN = ['--admin-email', 'admin@metz.example'];

describe('npm run territory', () => {
  test('lists those one may mean, and gives the code of the page when asked nothing', async () => {
    const settings = { MONGODB_URI: newDatabaseUri(), DATA_DIR: folder(), PUBLIC_URL: 'https://beffroi.example' };
    const ambiguous = await territory(settings, ['--epci', 'grand paris', ...ADMIN, '--yes']);
    expect(ambiguous).toMatchObject({ code: 2, wrong: expect.stringMatching(/Laquelle.*200054781 {2}Métropole du Grand Paris/s) });
    expect(await territory(settings, [])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/https:\/\/beffroi\.example\/installation#[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\n/),
    });
  }, 60_000);

  test('creates the territory on a store others use, and gives a link to choose the password; only once', async () => {
    const settings = { MONGODB_URI: newDatabaseUri(), DATA_DIR: folder() };
    const server = await startServerProcess(settings);
    const { code, out } = await territory(settings, ['--epci', 'metz', ...ADMIN, '--clubs', 'sport,juridique', '--yes']);
    expect([code, out]).toEqual([0, expect.stringContaining('Metz Métropole est créé.')]);

    const token = /nouveau-mot-de-passe\?token=(\S+)/.exec(out)?.[1];
    const reset = await send({ url: server.url, cookie: '' }, '/api/auth/reset-password', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ newPassword: PASSWORD, token }),
    });
    expect(reset.status).toBe(200);
    const session = await signIn(server, 'admin@metz.example', PASSWORD);
    expect((await ok(session, contract.clubs.list)).items.map(({ slug }) => slug)).toEqual(['juridique', 'sport']);
    expect(await ok(session, contract.accounts.me)).toMatchObject({ administrator: true, name: 'Administration du territoire' });

    expect(await territory(settings, ['--epci', 'lyon', ...ADMIN, '--yes'])).toMatchObject({
      code: 3,
      out: expect.stringContaining('Metz Métropole'),
    });
    expect(await territory(settings, [])).toMatchObject({ code: 0, out: expect.stringContaining('Metz Métropole') });
  }, 120_000);

  test('creates it on the embedded store, with a password nobody sees; not while a server runs on it', async () => {
    const settings = { DATA_DIR: folder() };
    const args = ['--epci', '200039865', ...ADMIN, '--name', 'Eurométropole de Metz', '--clubs', 'aucun', '--password-stdin', '--yes'];
    const { code, out } = await territory(settings, args, `${PASSWORD}\n`);
    expect([code, out]).toEqual([0, expect.stringContaining('Eurométropole de Metz est créé.')]);
    expect(out).not.toMatch(new RegExp(`token|${PASSWORD}`));

    const server = await startServerProcess(settings);
    const session = await signIn(server, 'admin@metz.example', PASSWORD);
    expect((await ok(session, contract.clubs.list)).items).toEqual([]);
    expect((await ok(session, contract.accounts.me)).communes).toEqual([
      {
        slug: 'eurometropole-de-metz',
        name: 'Eurométropole de Metz',
        roles: ['agent'],
        abilities: { 'agents.manage': true, 'replacement.publish': false },
      },
    ]);
    expect(await territory(settings, [])).toMatchObject({ code: 1, wrong: expect.stringContaining('arrêtez-le') });
    expectProblem(await send({ url: server.url, cookie: '' }, '/api/me'), 'unauthenticated');
  }, 120_000);
});
