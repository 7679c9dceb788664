import { contract } from '@beffroi/shared/contract';
import mongoose from 'mongoose';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createPerson } from '../../../server/src/features/accounts/commands/create-person.ts';
import { CommuneModel } from '../../../server/src/features/directory/commune.model.ts';
import { claimTerritory } from '../../../server/src/features/territory/commands/claim-territory.ts';
import { installer } from '../../../server/src/features/territory/installer.ts';
import { call, ok, refused } from '../../support/api-client.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { newDatabaseUri, type Server, startServer } from '../../support/start-server.ts';
import { signIn } from '../../support/world.ts';

const PASSWORD = 'une-phrase-assez-longue';
const administrator = { email: 'admin@metz.example', name: 'Administration', function: 'Administration' };
const territory = {
  siren: '200039865',
  name: 'Metz Métropole',
  clubs: ['urbanisme'],
  administrator: { ...administrator, password: PASSWORD },
};

const codeIn = async (uri: string): Promise<string> => {
  const connection = await mongoose.createConnection(uri).asPromise();
  onTestFinished(() => connection.close());
  const read = async () => (await connection.collection<{ code: string }>('setupcodes').findOne())?.code;
  await expect.poll(read).toBeTruthy();
  return (await read()) as string;
};

describe('two processes on one store', () => {
  test('create one territory between them, whoever is asked and however often', async () => {
    const uri = newDatabaseUri();
    const [one, other] = await Promise.all([startServerProcess({ MONGODB_URI: uri }), startServerProcess({ MONGODB_URI: uri })]);
    const at = ({ url }: { url: string }) => ({ url, cookie: '' });
    const code = await codeIn(uri);
    const create = (server: { url: string }, idempotencyKey: string) =>
      call(at(server), contract.territory.create, { ...territory, code, idempotencyKey });
    const [mine, theirs] = [crypto.randomUUID(), crypto.randomUUID()];
    const answers = await Promise.all([create(one, mine), create(other, mine), create(one, theirs), create(other, theirs)]);
    const statuses = answers.map(({ status }) => status);
    expect([
      [201, 201, 409, 409],
      [409, 409, 201, 201],
    ]).toContainEqual(statuses);

    // Each process lets people in at once, and sees all that the other created.
    for (const server of [one, other]) {
      const session = await signIn(server, administrator.email, PASSWORD);
      expect((await ok(session, contract.directory.communes)).items).toHaveLength(47);
      expect((await ok(session, contract.clubs.list)).items).toHaveLength(1);
      expect((await ok(session, contract.directory.people)).items).toHaveLength(1);
    }
  }, 60_000);
});

describe('a creation that was interrupted', () => {
  let server: Server;
  const uri = newDatabaseUri();
  beforeAll(async () => {
    server = await startServer({ databaseUri: uri });
  });

  test('keeps everyone out meanwhile, and goes on when a server starts', async () => {
    const nobody = { url: server.url, cookie: '' };
    const { password } = await server.auth.$context;
    const passwordHash = await password.hash(PASSWORD);
    const communes = ['metz-metropole', 'metz', 'vaux'].map((slug) => ({
      slug,
      name: slug,
      kind: slug === 'metz-metropole' ? ('epci' as const) : ('commune' as const),
      inseeCode: null,
      siren: '200039865',
      postalCodes: [],
      population: 1_000,
    }));
    const plan = { communes, clubs: ['urbanisme', 'sport'], administrator: { ...administrator, passwordHash } };
    const claim = { siren: '200039865', name: 'Metz Métropole', idempotencyKey: crypto.randomUUID() };
    await claimTerritory(installer, claim, async () => plan);
    // One commune was written, and the account without its password.
    await CommuneModel.insertMany(communes.slice(1, 2));
    const memberships = [
      { scope: 'commune' as const, scopeId: 'metz-metropole', role: 'agent' },
      { scope: 'territory' as const, scopeId: 'territory', role: 'administrator' },
    ];
    await createPerson(installer, { ...administrator, memberships }, server.auth);

    expect(await ok(nobody, contract.territory.get)).toEqual({ state: 'opening', name: null });
    await refused(nobody, contract.clubs.list, {}, 'no-territory');
    await refused(nobody, contract.territory.unlock, { code: 'FAUX' }, 'forbidden');

    const restarted = await startServerProcess({ MONGODB_URI: uri });
    expect(await ok({ url: restarted.url, cookie: '' }, contract.territory.get)).toMatchObject({ state: 'open' });
    for (const { url } of [restarted, server]) {
      const session = await signIn({ url }, administrator.email, PASSWORD);
      expect((await ok(session, contract.clubs.list)).items.map(({ slug }) => slug)).toEqual(['urbanisme', 'sport']);
    }
  }, 60_000);
});
