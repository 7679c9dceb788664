import { contract } from '@beffroi/shared/contract';
import { EPCI_FOUND_MAX } from '@beffroi/shared/features/territory/territory.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { setupCode } from '../../../server/src/features/territory/setup-code.ts';
import { call, expectProblem, ok, refused, type Session, send } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';

const METZ = '200039865';
let server: Server;
let nobody: Session;
let code: string;
beforeAll(async () => {
  server = await startServer();
  nobody = { url: server.url, cookie: '' };
  code = (await setupCode()) as string;
});

/** From an address of its own, so that no test uses up another's tries. */
const from = (address: string, path: string, body: object) =>
  send(nobody, `/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify(body),
  });

describe('before there is a territory', () => {
  test.each([
    ['GET', '/api/me'],
    ['GET', '/api/clubs'],
    ['GET', '/api/demo-accounts'],
    ['GET', '/api/nulle-part'],
    ['POST', '/api/auth/sign-in/email'],
  ])('%s %s says how to create one', async (method, path) => {
    const answer = await send(nobody, path, {
      method,
      ...(method === 'POST' && { headers: { 'content-type': 'application/json' }, body: '{}' }),
    });
    expect(expectProblem(answer, 'no-territory')).toMatchObject({
      status: 409,
      detail: expect.stringContaining('pas encore de territoire'),
    });
  });

  test('the server is ready and describes its interface', async () => {
    expect((await send(nobody, '/readyz')).status).toBe(200);
    expect((await send(nobody, '/api/openapi.json')).status).toBe(200);
  });
});

describe('territory.get', () => {
  test('tells anyone that there is none', async () => {
    expect(await ok(nobody, contract.territory.get)).toEqual({ state: 'none', name: null });
  });
});

describe('territory.unlock', () => {
  test('gives the clubs to whoever has the code, the first six chosen', async () => {
    const { clubs } = await ok(nobody, contract.territory.unlock, { code });
    expect(clubs).toHaveLength(13);
    expect(clubs.filter(({ preselected }) => preselected).map(({ slug }) => slug)).toEqual([
      'urbanisme',
      'ressources-humaines',
      'juridique',
      'marches-publics',
      'accessibilite',
      'action-sociale',
    ]);
  });

  test('takes the code as one types it', async () => {
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' ')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      await ok(nobody, contract.territory.unlock, { code: typed });
  });

  test('refuses another code, and makes who guesses wait, even with the right one then', async () => {
    const guess = (guessed: string) => from('198.51.100.20', '/territory/unlock', { code: guessed });
    for (const wrong of ['', '0000-0000-0000', `${code}0`, code.slice(1)]) expectProblem(await guess(wrong), 'forbidden');
    for (let i = 0; i < 8; i++) await guess(`essai ${i}`);
    const refusal = await guess(code);
    expect(expectProblem(refusal, 'too-many-requests').retryAfter).toBeGreaterThan(60);
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(60);
    // Elsewhere, the installer is not kept out by it.
    expect((await from('198.51.100.21', '/territory/unlock', { code })).status).toBe(200);
  });

  test('counts wrong tries only', async () => {
    for (let i = 0; i < 15; i++) expect((await from('198.51.100.22', '/territory/unlock', { code })).status).toBe(200);
  });

  test('stays the same code until it is used, whichever process is asked', async () => {
    expect(await setupCode()).toBe(code);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  });
});

describe('territory.search', () => {
  test('finds by name, commune or number, the best first', async () => {
    const search = (q: string) => ok(nobody, contract.territory.search, { code, q });
    expect((await search('métz')).items[0]).toMatchObject({ siren: METZ, name: 'Metz Métropole', communeCount: 46, foundBy: null });
    expect((await search('Scy-Chazelles')).items).toMatchObject([{ siren: METZ, foundBy: 'Scy-Chazelles' }]);
    expect((await search(METZ)).total).toBe(1);
    expect(await search('')).toEqual({ items: [], total: 0 });
  });

  test('gives a bounded number, and how many there are', async () => {
    const { items, total } = await ok(nobody, contract.territory.search, { code, q: 'communauté' });
    expect(items).toHaveLength(EPCI_FOUND_MAX);
    expect(total).toBeGreaterThan(1_000);
  });

  test('is shut without the code', async () => {
    expectProblem(await from('198.51.100.30', '/territory/search', { code: 'FAUX', q: 'metz' }), 'forbidden');
    await refused(nobody, contract.territory.search, { q: 'metz' }, 'invalid-input');
    await refused(nobody, contract.territory.search, { code, q: 'x'.repeat(121) }, 'invalid-input');
  });
});

describe('territory.preview', () => {
  test('gives the EPCI with its communes', async () => {
    const epci = await ok(nobody, contract.territory.preview, { code, siren: METZ });
    expect(epci).toMatchObject({ legalForm: 'METRO', departments: ['Moselle'], communeCount: 46 });
    expect(epci.communes).toHaveLength(46);
    expect(epci.communes.reduce((sum, { population }) => sum + population, 0)).toBe(epci.population);
  });

  test('refuses a number no EPCI has, and who has not the code', async () => {
    const problem = await refused(nobody, contract.territory.preview, { code, siren: '123456789' }, 'invalid-input');
    expect(problem.errors?.[0]?.path).toBe('siren');
    await refused(nobody, contract.territory.preview, { code, siren: 'metz' }, 'invalid-input');
    expectProblem(await from('198.51.100.31', '/territory/preview', { code: '', siren: METZ }), 'forbidden');
  });
});

describe('territory.create', () => {
  const administrator = {
    email: 'admin@metz.example',
    name: 'Chargée de mission',
    function: 'Chargée de mission',
    password: 'une-phrase-assez-longue',
  };
  const territory = { siren: METZ, name: 'Metz Métropole', clubs: ['urbanisme'], administrator, idempotencyKey: crypto.randomUUID() };

  test('is shut without the code, and with a wrong one', async () => {
    await refused(nobody, contract.territory.create, territory, 'invalid-input');
    expectProblem(await from('198.51.100.40', '/territory', { ...territory, code: '0000-0000-0000' }), 'forbidden');
  });

  test.each([
    ['siren', { siren: '123456789' }],
    ['siren', { siren: 200039865 }],
    ['name', { name: ' ' }],
    ['name', { name: 'Metz\u0000' }],
    ['clubs', { clubs: ['urbanisme', 'inconnu'] }],
    ['administrator.email', { administrator: { ...administrator, email: 'admin' } }],
    ['administrator.function', { administrator: { ...administrator, function: '' } }],
    ['administrator.password', { administrator: { ...administrator, password: 'court' } }],
    ['idempotencyKey', { idempotencyKey: '1' }],
  ])('refuses a wrong %s at its field, and creates nothing', async (path, wrong) => {
    const problem = await refused(nobody, contract.territory.create, { ...territory, ...wrong, code }, 'invalid-input');
    expect(problem.errors?.map((error) => error.path)).toEqual([path]);
    expect(await ok(nobody, contract.territory.get)).toEqual({ state: 'none', name: null });
  });

  test('is one address of the API among others for a page of another site', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://ailleurs.example' };
    const answer = await send(nobody, '/api/territory', { method: 'POST', headers, body: JSON.stringify({ ...territory, code }) });
    expectProblem(answer, 'forbidden');
    expect((await call(nobody, contract.territory.get)).body).toMatchObject({ state: 'none' });
  });
});
