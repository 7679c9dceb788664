import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused, type Session, send } from '../../support/api-client.ts';
import { listen } from '../../support/socket-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, PASSWORD, signIn, type TestPerson } from '../../support/world.ts';

let server: Server;
let referent: TestPerson;
let administrator: TestPerson;
let nobody: Session;
beforeAll(async () => {
  server = await startServer();
  referent = await buildPerson(server, { roles: ['agent', 'referent'], name: 'Référente' });
  administrator = await buildPerson(server, { administrator: true, commune: 'metropole' });
  nobody = { url: server.url, cookie: '' };
});

const inAnzin = ({ id }: TestPerson) => ({ slug: 'anzin', personId: id });
const agents = async ({ session }: TestPerson, slug = 'anzin', q?: string) =>
  (await ok(session, contract.agents.list, { slug, limit: 100, ...(q && { q }) })).items;
const trySignIn = (email: string, password: string) =>
  send(nobody, '/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });

describe('agents.list', () => {
  test('shows a referent the people of her commune, and what she may do with each', async () => {
    const agent = await buildPerson(server, { name: 'Zoé Archiviste' });
    const shared = await buildPerson(server);
    await ok(administrator.session, contract.invitations.create, {
      email: shared.email,
      name: 'Agent',
      function: 'Agent',
      grants: [{ scope: 'commune', slug: 'metropole', role: 'agent' }],
    });
    const found = await agents(referent);
    const abilitiesOf = ({ id }: TestPerson) => found.find((one) => one.id === id)?.abilities;
    expect(abilitiesOf(agent)).toMatchObject({ 'agent.suspend': true, 'agent.remove': true, 'agent.change-roles': true });
    expect(abilitiesOf(shared)).toMatchObject({ 'agent.suspend': false, 'agent.remove': true });
    expect(abilitiesOf(referent)).toMatchObject({ 'agent.suspend': false, 'agent.remove': false });
    expect((await agents(referent, 'anzin', 'archiv')).map(({ id }) => id)).toEqual([agent.id]);
  });

  test('is hers alone, and the administrator’s', async () => {
    await refused(nobody, contract.agents.list, { slug: 'anzin' }, 'unauthenticated');
    await refused((await buildPerson(server)).session, contract.agents.list, { slug: 'anzin' }, 'forbidden');
    await refused(referent.session, contract.agents.list, { slug: 'metropole' }, 'forbidden');
    await refused(referent.session, contract.agents.list, { slug: 'nulle-part' }, 'not-found');
    await refused(referent.session, contract.agents.list, { slug: 'anzin', cursor: 'x' }, 'invalid-input');
    expect((await agents(administrator)).length).toBeGreaterThan(0);
  });
});

describe('agents.suspend', () => {
  test('ends every session and socket at once, and says so at sign-in to who knows the password only', async () => {
    const agent = await buildPerson(server);
    const { socket } = await listen(agent.session);
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    expect(await ok(referent.session, contract.agents.suspend, inAnzin(agent))).toMatchObject({ suspended: true });
    await closed;
    await refused(agent.session, contract.accounts.me, {}, 'unauthenticated');
    const told = await trySignIn(agent.email, PASSWORD);
    expect(told).toMatchObject({ status: 403, body: { detail: 'Ce compte est suspendu. Adressez-vous au référent de votre commune.' } });
    expect(told.headers.getSetCookie()).toEqual([]);
    const refusals = [await trySignIn(agent.email, 'pas-son-mot-de-passe'), await trySignIn('inconnu@essai.example', PASSWORD)];
    for (const refusal of refusals) expect(refusal).toMatchObject({ status: 401, body: { detail: expect.stringContaining('incorrect') } });
    expect((await ok(referent.session, contract.directory.people, { limit: 100 })).items.map(({ id }) => id)).not.toContain(agent.id);
  });

  test('reaches neither another commune, nor a referent, nor oneself', async () => {
    const elsewhere = await buildPerson(server, { commune: 'onnaing' });
    const colleague = await buildPerson(server, { roles: ['agent', 'referent'] });
    await refused(referent.session, contract.agents.suspend, { slug: 'onnaing', personId: elsewhere.id }, 'forbidden');
    await refused(referent.session, contract.agents.suspend, inAnzin(elsewhere), 'not-found');
    await refused(referent.session, contract.agents.suspend, inAnzin(colleague), 'forbidden');
    await refused(referent.session, contract.agents.suspend, inAnzin(referent), 'forbidden');
    await refused(nobody, contract.agents.suspend, inAnzin(colleague), 'unauthenticated');
  });

  test('leaves one administrator, whatever happens at once', async () => {
    const others = await Promise.all([1, 2, 3].map(() => buildPerson(server, { administrator: true, commune: 'metropole' })));
    const all = [administrator, ...others];
    const slug = 'metropole';
    // Everyone suspends the next one.
    await Promise.allSettled(
      all.map((one, index) => ok(one.session, contract.agents.suspend, { slug, personId: all[(index + 1) % all.length]?.id as string })),
    );
    const states = await Promise.all(all.map(({ email }) => trySignIn(email, PASSWORD)));
    const standing = all.filter((_, index) => states[index]?.status === 200);
    expect(standing.length).toBeGreaterThanOrEqual(1);
    const left = { session: await signIn(server, standing[0]?.email as string) };
    for (const { id } of all)
      if (
        id !== standing[0]?.id &&
        (await agents({ ...(standing[0] as TestPerson), ...left }, slug)).find((one) => one.id === id)?.suspended
      )
        await ok(left.session, contract.agents.reactivate, { slug, personId: id });
    administrator = { ...(standing[0] as TestPerson), ...left };
  });
});

describe('agents.reactivate', () => {
  test('opens the account again, with the rights it had', async () => {
    const club = await buildClub();
    const agent = await buildPerson(server, { clubs: [[club, 'member']] });
    await ok(referent.session, contract.agents.suspend, inAnzin(agent));
    await refused(referent.session, contract.agents.suspend, inAnzin(agent), 'forbidden');
    expect(await ok(referent.session, contract.agents.reactivate, inAnzin(agent))).toMatchObject({ suspended: false });
    const me = await ok(await signIn(server, agent.email), contract.accounts.me);
    expect(me).toMatchObject({ communes: [{ slug: 'anzin' }], clubs: [{ slug: club.slug }] });
    await refused(nobody, contract.agents.reactivate, inAnzin(agent), 'unauthenticated');
    await refused(agent.session, contract.agents.reactivate, inAnzin(agent), 'unauthenticated');
  });
});

describe('agents.changeRoles', () => {
  test('is seen within seconds by who is signed in', async () => {
    const agent = await buildPerson(server);
    expect(await ok(referent.session, contract.agents.changeRoles, { ...inAnzin(agent), roles: ['hr'] })).toMatchObject({
      roles: ['agent', 'hr'],
    });
    expect((await ok(agent.session, contract.accounts.me)).communes[0]?.roles).toEqual(['agent', 'hr']);
    await ok(referent.session, contract.agents.changeRoles, { ...inAnzin(agent), roles: [] });
    expect((await ok(agent.session, contract.accounts.me)).communes[0]?.roles).toEqual(['agent']);
  });

  test('referents are named by the administrator', async () => {
    const agent = await buildPerson(server);
    const input = { ...inAnzin(agent), roles: ['referent' as const] };
    await refused(referent.session, contract.agents.changeRoles, input, 'forbidden');
    await ok(administrator.session, contract.agents.changeRoles, input);
    expect((await ok(agent.session, contract.accounts.me)).communes[0]?.abilities).toEqual({
      'agents.manage': true,
      'replacement.publish': false,
    });
    await refused(referent.session, contract.agents.changeRoles, { ...inAnzin(referent), roles: [] }, 'forbidden');
    await refused(referent.session, contract.agents.changeRoles, { ...inAnzin(agent), roles: ['maire'] }, 'invalid-input');
    await refused(nobody, contract.agents.changeRoles, input, 'unauthenticated');
  });
});

describe('agents.remove', () => {
  test('takes the commune away, and leaves the account; the receiving referent invites her, who accepts', async () => {
    const receiver = await buildPerson(server, { commune: 'onnaing', roles: ['agent', 'referent'] });
    const agent = await buildPerson(server);
    await ok(referent.session, contract.agents.remove, inAnzin(agent));
    expect((await ok(agent.session, contract.accounts.me)).communes).toEqual([]);
    await refused(referent.session, contract.agents.remove, inAnzin(agent), 'not-found');
    await ok(receiver.session, contract.invitations.create, {
      email: agent.email,
      name: agent.name,
      function: 'Agente',
      grants: [{ scope: 'commune', slug: 'onnaing', role: 'agent' }],
    });
    await ok(agent.session, contract.invitations.acceptLink, {});
    expect((await ok(agent.session, contract.accounts.me)).communes.map(({ slug }) => slug)).toEqual(['onnaing']);
    await refused(nobody, contract.agents.remove, inAnzin(agent), 'unauthenticated');
    await refused(receiver.session, contract.agents.remove, inAnzin(referent), 'forbidden');
  });
});

describe('agents.acts', () => {
  test('keeps who did what to whom, the latest first', async () => {
    const agent = await buildPerson(server, { name: 'Agente suivie' });
    await ok(referent.session, contract.agents.suspend, inAnzin(agent));
    await ok(referent.session, contract.agents.reactivate, inAnzin(agent));
    const { items, nextCursor } = await ok(referent.session, contract.agents.acts, { slug: 'anzin', limit: 2 });
    expect(items.map(({ act, by, person }) => [act, by, person])).toEqual([
      ['reactivate', 'Référente', 'Agente suivie'],
      ['suspend', 'Référente', 'Agente suivie'],
    ]);
    expect(
      (await ok(referent.session, contract.agents.acts, { slug: 'anzin', cursor: nextCursor as string })).items.length,
    ).toBeGreaterThan(0);
    await refused(agent.session, contract.agents.acts, { slug: 'anzin' }, 'unauthenticated');
    await refused(administrator.session, contract.agents.acts, { slug: 'anzin', cursor: 'x' }, 'invalid-input');
  });
});
