import { contract } from '@beffroi/shared/contract';
import mongoose from 'mongoose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LiveDocuments } from '../../../server/src/collab/collab-feature.ts';
import { loadDemo } from '../../../server/src/demo/load-demo.ts';
import { setupCode } from '../../../server/src/features/territory/setup-code.ts';
import { TerritoryModel } from '../../../server/src/features/territory/territory.model.ts';
import { call, ok, refused, type Session } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { signIn } from '../../support/world.ts';

const PASSWORD = 'une-phrase-assez-longue';
const administrator = {
  email: 'Admin@Metz.example',
  name: 'Chargée de mission',
  function: 'Chargée de mission mutualisation',
  password: PASSWORD,
};
const asked = {
  siren: '200039865',
  name: 'Metz Métropole',
  clubs: ['juridique', 'urbanisme'],
  administrator,
  idempotencyKey: crypto.randomUUID(),
};

let server: Server;
let nobody: Session;
let code: string;
let answers: number[];
/** Who won. */
let territory: typeof asked;
let first: Session;
beforeAll(async () => {
  server = await startServer();
  nobody = { url: server.url, cookie: '' };
  code = (await setupCode()) as string;
  // A double click, and somebody else who is quick.
  const other = { ...asked, idempotencyKey: crypto.randomUUID(), name: 'Metz métropole' };
  const requests = [asked, asked, other];
  answers = (await Promise.all(requests.map((request) => call(nobody, contract.territory.create, { ...request, code })))).map(
    ({ status }) => status,
  );
  territory = answers[0] === 201 ? asked : other;
  first = await signIn(server, 'admin@metz.example', PASSWORD);
});

/** It is refused before it writes any. */
const NO_DOCUMENTS = {} as LiveDocuments;

describe('territory.create', () => {
  test('wins once: the same request sent twice is answered twice, another is refused, whoever comes first', () => {
    expect([
      [201, 201, 409],
      [409, 409, 201],
    ]).toContainEqual(answers);
  });

  test('creates the EPCI, its communes and nothing twice', async () => {
    const { items } = await ok(first, contract.directory.communes);
    expect(items).toHaveLength(47);
    expect(items[0]).toMatchObject({ slug: 'metz-metropole', name: territory.name, kind: 'epci', personCount: 1 });
    expect(items.find(({ slug }) => slug === 'moulins-les-metz')).toMatchObject({
      name: 'Moulins-lès-Metz',
      population: expect.any(Number),
    });
    const [metz] = await mongoose.connection.collection('communes').find({ slug: 'metz' }).toArray();
    expect(metz).toMatchObject({ inseeCode: '57463', siren: '215704636', postalCodes: ['57000', '57050', '57070'] });
  });

  test('opens the chosen clubs in their order, with a charter and nobody in them', async () => {
    const { items } = await ok(first, contract.clubs.list);
    expect(items.map(({ slug }) => slug)).toEqual(['urbanisme', 'juridique']);
    const club = await ok(first, contract.clubs.get, { slug: 'juridique' });
    expect(club).toMatchObject({ memberCount: 0, threadCount: 0, pilots: [], rhythm: '', firstWorks: [], access: 'open' });
    expect(club.charter).toMatch(/^- .+\n- /);
  });

  test('opens one account, the administrator’s, who belongs to the EPCI', async () => {
    expect(await ok(first, contract.accounts.me)).toMatchObject({
      email: 'admin@metz.example',
      name: 'Chargée de mission',
      administrator: true,
      territory: territory.name,
      communes: [{ slug: 'metz-metropole', roles: ['agent'] }],
    });
    expect((await ok(first, contract.directory.people)).items).toHaveLength(1);
    expect(await mongoose.connection.collection('accounts').countDocuments()).toBe(1);
  });

  test('keeps neither the code nor the password’s hash beside the account', async () => {
    expect(await setupCode()).toBeNull();
    expect(await mongoose.connection.collection('setupcodes').countDocuments()).toBe(0);
    expect(await TerritoryModel.findOne().lean()).toMatchObject({ siren: '200039865', settledAt: expect.any(Date), plan: null });
  });

  test('answers the winner again, later, and nobody else, even with the code', async () => {
    expect(await ok(nobody, contract.territory.create, { ...territory, code: '' })).toEqual({ name: territory.name });
    const other = { ...territory, idempotencyKey: crypto.randomUUID(), code };
    await refused(nobody, contract.territory.create, other, 'territory-exists');
    await refused(first, contract.territory.create, other, 'territory-exists');
  });
});

describe('once there is a territory', () => {
  test('anyone knows its name', async () => {
    expect(await ok(nobody, contract.territory.get)).toEqual({ state: 'open', name: territory.name });
  });

  test('what served to create it is shut for ever', async () => {
    await refused(nobody, contract.territory.unlock, { code }, 'territory-exists');
    await refused(nobody, contract.territory.search, { code, q: 'metz' }, 'territory-exists');
    await refused(nobody, contract.territory.preview, { code, siren: '200039865' }, 'territory-exists');
  });

  test('the demonstration is never mixed with it', async () => {
    await expect(loadDemo(server.auth, NO_DOCUMENTS)).rejects.toThrow('retirez DEMO');
    expect((await ok(first, contract.directory.communes)).items).toHaveLength(47);
  });

  test('the API answers as ever', async () => {
    await refused(nobody, contract.accounts.me, {}, 'unauthenticated');
  });
});
