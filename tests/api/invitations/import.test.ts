import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ImportModel } from '../../../server/src/features/invitations/import.model.ts';
import { publish } from '../../../server/src/platform/events.ts';
import { call, ok, refused } from '../../support/api-client.ts';
import { mailsTo } from '../../support/outbox.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestPerson } from '../../support/world.ts';

let server: Server;
let referent: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  await buildClub({ name: 'Marchés publics' });
  referent = await buildPerson(server, { roles: ['agent', 'referent'] });
  agent = await buildPerson(server);
});

const WITHIN = { timeout: 20_000 };
const HEAD = 'Adresse;Nom;Fonction;Commune;Rôle;Clubs';
const plan = (csv: string, commune?: string) => ok(referent.session, contract.invitations.dryRun, { csv, ...(commune && { commune }) });

describe('invitations.dryRun', () => {
  test('says line by line what will happen, and does nothing', async () => {
    const elsewhere = await buildPerson(server, { commune: 'onnaing' });
    const csv = [
      HEAD,
      'a@ligne.example;Responsable finances;Responsable finances;Anzin;RH;Marchés publics',
      'A@ligne.example;Responsable finances;;Anzin;;',
      `${elsewhere.email};Agente;Agente;Anzin;;`,
      `${agent.email};Agente;Agente;Anzin;RH;`,
      `${referent.email};Agente;Agente;Anzin;agent;`,
      'pas-une-adresse;Agente;Agente;Anzin;;',
      'b@ligne.example;Agente;Agente;Onnaing;;',
      'c@ligne.example;Agente;Agente;Nulle-Part;;',
      'd@ligne.example;Agente;Agente;Anzin;maire;',
      '',
      'e@ligne.example;Agente;Agente;Anzin;;Poterie',
    ].join('\r\n');
    const { lines, counts } = await plan(csv);
    expect(lines.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'invite'],
      [3, 'duplicate'],
      // Somebody of another commune is asked first, as if the address were new.
      [4, 'invite'],
      [5, 'add'],
      [6, 'nothing'],
      [7, 'error'],
      [8, 'error'],
      [9, 'error'],
      [10, 'error'],
      [12, 'error'],
    ]);
    expect(lines[0]?.grants.map(({ name, role }) => `${name} ${role}`)).toEqual(['Anzin hr', 'Marchés publics member']);
    expect(lines[7]?.note).toBe('La commune «\u00a0Nulle-Part\u00a0» n’est pas du territoire.');
    expect(counts).toEqual({ invite: 2, pending: 0, add: 1, nothing: 1, duplicate: 1, error: 5 });
    expect(mailsTo(server.dataDir, 'a@ligne.example')).toEqual([]);
    expect((await ok(referent.session, contract.invitations.list)).items).toEqual([]);
  });

  test('a file without a commune is the referent’s', async () => {
    const { lines } = await plan('adresse,nom\nx@ligne.example,Agent d’accueil\n', 'anzin');
    expect(lines[0]).toMatchObject({ outcome: 'invite', function: 'Agent d’accueil', grants: [{ slug: 'anzin', role: 'agent' }] });
  });

  test('a file that is none is refused with a sentence', async () => {
    for (const csv of ['', 'bonjour', 'adresse;nom', `${HEAD}\n${'a@b.example;Agent;;Anzin;;\n'.repeat(501)}`])
      expect((await refused(referent.session, contract.invitations.dryRun, { csv }, 'invalid-input')).errors?.[0]?.path).toBe('csv');
    await refused(agent.session, contract.invitations.dryRun, { csv: HEAD }, 'forbidden');
    await refused({ url: server.url, cookie: '' }, contract.invitations.dryRun, { csv: HEAD }, 'unauthenticated');
  });
});

describe('invitations.batch', () => {
  const people = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}${index}@lot.example;Agent ${index};Agent;Anzin;;`);
  const fileOf = (lines: string[]) => [HEAD, ...lines].join('\n');
  const mailed = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => mailsTo(server.dataDir, `${prefix}${index}@lot.example`).length);

  test('does what was shown, once, however often it is confirmed', async () => {
    const csv = fileOf(people('a', 5));
    const { hash } = await plan(csv);
    const answers = await Promise.all([1, 2, 3].map(() => call(referent.session, contract.invitations.batch, { csv, hash })));
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    await expect.poll(() => mailed('a', 5), WITHIN).toEqual([1, 1, 1, 1, 1]);
    const { items } = await ok(referent.session, contract.invitations.list, { limit: 100 });
    expect(items.filter(({ email }) => email.startsWith('a'))).toHaveLength(5);
  });

  test('what changed since the preview is shown again instead', async () => {
    const csv = fileOf(people('b', 2));
    const { hash } = await plan(csv);
    const again = csv.replace('b1@lot', 'b7@lot');
    const problem = await refused(referent.session, contract.invitations.batch, { csv: again, hash }, 'conflict');
    expect(problem.current).toMatchObject({ lines: [{ email: 'b0@lot.example' }, { email: 'b7@lot.example' }] });
    await refused(agent.session, contract.invitations.batch, { csv, hash }, 'forbidden');
    await refused({ url: server.url, cookie: '' }, contract.invitations.batch, { csv, hash }, 'unauthenticated');
    await refused(referent.session, contract.invitations.batch, { csv }, 'invalid-input');
  });

  test('interrupted in the middle it goes on, and mails nobody twice', async () => {
    const csv = fileOf(people('c', 4));
    const { hash } = await plan(csv);
    await ok(referent.session, contract.invitations.batch, { csv, hash });
    await expect.poll(() => mailed('c', 4), WITHIN).toEqual([1, 1, 1, 1]);
    // As a crash after two lines would have left it: two done, the third carried out but not counted.
    const memberships = [{ scope: 'commune' as const, scopeId: 'anzin', role: 'agent' }];
    const lines = [0, 1, 2, 3, 4].map((index) => ({ email: `c${index}@lot.example`, name: 'Agent', function: 'Agent', memberships }));
    await ImportModel.create({
      by: { id: referent.id, name: referent.name },
      hash: 'crash',
      at: new Date(),
      lines,
      done: 2,
      pending: true,
    });
    await publish('invitations.work.queued', {});
    await expect.poll(() => mailed('c', 5), WITHIN).toEqual([1, 1, 1, 1, 1]);
    expect(await ImportModel.exists({ pending: true })).toBeNull();
  });
});
