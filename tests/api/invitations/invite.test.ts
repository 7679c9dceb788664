import { contract } from '@beffroi/shared/contract';
import mongoose from 'mongoose';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused, type Session } from '../../support/api-client.ts';
import { invitationToken, mailsTo } from '../../support/outbox.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, PASSWORD, signIn, type TestClub, type TestPerson } from '../../support/world.ts';

let server: Server;
let club: TestClub;
let closed: TestClub;
let referent: TestPerson;
let pilot: TestPerson;
let agent: TestPerson;
let nobody: Session;
beforeAll(async () => {
  server = await startServer();
  [club, closed] = [await buildClub(), await buildClub({ access: 'invitation', name: 'Cellule de crise' })];
  referent = await buildPerson(server, { roles: ['agent', 'referent'] });
  pilot = await buildPerson(server, { commune: 'onnaing', clubs: [[closed, 'pilot']] });
  agent = await buildPerson(server);
  nobody = { url: server.url, cookie: '' };
});

let count = 0;
const address = () => `nouveau-${++count}@essai.example`;
const inAnzin = (email: string, role: 'agent' | 'hr' | 'referent' = 'agent') => ({
  email,
  name: 'Responsable urbanisme',
  function: 'Responsable urbanisme',
  grants: [{ scope: 'commune' as const, slug: 'anzin', role }],
});
const inClub = (email: string, { slug }: TestClub, role: 'member' | 'guest' | 'pilot') => ({
  ...inAnzin(email),
  grants: [{ scope: 'club' as const, slug, role }],
});
const accept = (token: string, password: string = PASSWORD) => ok(nobody, contract.invitations.acceptLink, { token, password });
const pending = async ({ session }: TestPerson) => (await ok(session, contract.invitations.list, { limit: 100 })).items;

describe('invitations.create', () => {
  test('a link is mailed; whoever opens it chooses her password and is in, with the rights', async () => {
    const email = address();
    expect(await ok(referent.session, contract.invitations.create, inAnzin(email, 'hr'))).toEqual({ outcome: 'invited' });
    const token = await invitationToken(server.dataDir, email);
    await accept(token);
    const session = await signIn(server, email);
    expect(await ok(session, contract.accounts.me)).toMatchObject({
      name: 'Responsable urbanisme',
      communes: [{ slug: 'anzin', roles: ['agent', 'hr'] }],
    });
    const { items } = await ok(agent.session, contract.directory.people, { q: 'urbanisme anzin' });
    expect(items.map(({ name }) => name)).toContain('Responsable urbanisme');
  });

  test('an address is mailed once however often it is invited, and its rights add up', async () => {
    const email = address();
    await ok(referent.session, contract.invitations.create, inAnzin(email));
    const again = { ...inAnzin(email), grants: [{ scope: 'club' as const, slug: club.slug, role: 'member' as const }] };
    expect(await ok(referent.session, contract.invitations.create, again)).toEqual({ outcome: 'pending' });
    await accept(await invitationToken(server.dataDir, email));
    expect(mailsTo(server.dataDir, email)).toHaveLength(1);
    const me = await ok(await signIn(server, email), contract.accounts.me);
    expect(me).toMatchObject({ communes: [{ slug: 'anzin' }], clubs: [{ slug: club.slug, role: 'member' }] });
  });

  test('who serves this commune alone is given the rights at once, written down, and no mail', async () => {
    const there = await buildPerson(server);
    expect(await ok(referent.session, contract.invitations.create, inAnzin(there.email.toUpperCase(), 'hr'))).toEqual({ outcome: 'added' });
    const { communes } = await ok(there.session, contract.accounts.me);
    expect(communes).toMatchObject([{ slug: 'anzin', roles: ['agent', 'hr'] }]);
    expect(mailsTo(server.dataDir, there.email)).toEqual([]);
    const { items } = await ok(referent.session, contract.agents.acts, { slug: 'anzin' });
    expect(items[0]).toMatchObject({ act: 'roles', by: referent.name, person: there.name });
  });

  test.each([
    ['a guest of a club, who serves no commune', { commune: null }],
    ['an agent of another commune', { commune: 'onnaing' }],
  ])('%s is asked first: rights once accepted, and no account of hers is anybody’s to suspend', async (_, facts) => {
    const there = await buildPerson(server, { ...facts, clubs: [[closed, 'guest']] });
    const communesOf = async () => (await ok(there.session, contract.accounts.me)).communes.map(({ slug }) => slug);
    const before = await communesOf();
    expect(await ok(referent.session, contract.invitations.create, inAnzin(there.email))).toEqual({ outcome: 'invited' });
    expect(await communesOf()).toEqual(before);
    await refused(referent.session, contract.agents.suspend, { slug: 'anzin', personId: there.id }, 'not-found');
    const told = () => ok(there.session, contract.notifications.list, {});
    await expect
      .poll(async () => (await told()).items[0], { timeout: 20_000 })
      .toMatchObject({
        kind: 'invitation',
        by: { name: referent.name },
        about: { title: 'Invitation à accepter\u00a0: Anzin', path: '/invitation' },
      });
    expect(await ok(there.session, contract.invitations.readLink, {})).toMatchObject({
      invitedBy: referent.name,
      grants: [{ name: 'Anzin' }],
    });
    await ok(there.session, contract.invitations.acceptLink, {});
    expect(await communesOf()).toEqual([...before, 'anzin']);
    await refused(there.session, contract.invitations.readLink, {}, 'not-found');
    const { items } = await ok(referent.session, contract.agents.acts, { slug: 'anzin' });
    expect(items[0]).toMatchObject({ act: 'enter', by: referent.name, person: there.name });
  });

  test('a member a pilot invites by address, and a pilot the administrator does, are written in the trail and told', async () => {
    const administrator = await buildPerson(server, { administrator: true });
    const there = await buildPerson(server);
    const trail = async () =>
      (await ok(administrator.session, contract.moderation.trail, { slug: closed.slug })).items.map(({ action, by, target }) => [
        action,
        by.name,
        target.label,
      ]);
    expect(await ok(pilot.session, contract.invitations.create, inClub(there.email, closed, 'member'))).toEqual({ outcome: 'added' });
    await ok(administrator.session, contract.invitations.create, inClub(there.email, closed, 'pilot'));
    expect((await trail()).slice(0, 2)).toEqual([
      ['name-pilot', administrator.name, there.name],
      ['add-member', pilot.name, there.name],
    ]);
    const told = async () => (await ok(there.session, contract.notifications.list, {})).items.map(({ kind, note }) => [kind, note]);
    await expect.poll(told, { timeout: 20_000 }).toEqual([
      ['membership', 'Vous êtes pilote de ce club.'],
      ['membership', 'Vous êtes membre de ce club.'],
    ]);
  });

  test('a pilot brings guests and members into her club, and makes no pilot', async () => {
    const email = address();
    expect(await ok(pilot.session, contract.invitations.create, inClub(email, closed, 'guest'))).toEqual({ outcome: 'invited' });
    await accept(await invitationToken(server.dataDir, email));
    const session = await signIn(server, email);
    expect((await ok(session, contract.clubs.list)).items.map(({ slug }) => slug)).toEqual([closed.slug]);
    await refused(pilot.session, contract.invitations.create, inClub(address(), closed, 'pilot'), 'forbidden');
  });

  test('nobody invites beyond what she answers for', async () => {
    await refused(nobody, contract.invitations.create, inAnzin(address()), 'unauthenticated');
    await refused(agent.session, contract.invitations.create, inAnzin(address()), 'forbidden');
    await refused(pilot.session, contract.invitations.create, inAnzin(address()), 'forbidden');
    await refused(referent.session, contract.invitations.create, inClub(address(), closed, 'member'), 'forbidden');
    await refused(
      referent.session,
      contract.invitations.create,
      inClub(address(), { ...closed, slug: 'nulle-part' }, 'member'),
      'forbidden',
    );
    const elsewhere = { ...inAnzin(address()), grants: [{ scope: 'commune', slug: 'onnaing', role: 'agent' }] };
    await refused(referent.session, contract.invitations.create, elsewhere, 'forbidden');
  });

  test('what is wrong is said at the field', async () => {
    const problem = await refused(
      referent.session,
      contract.invitations.create,
      { ...inAnzin('pas une adresse'), grants: [] },
      'invalid-input',
    );
    expect(problem.errors?.map(({ path }) => path).sort()).toEqual(['email', 'grants']);
  });
});

describe('invitations.list', () => {
  test('shows what is pending in one’s remit, and what one may do about it', async () => {
    const email = address();
    await ok(referent.session, contract.invitations.create, inAnzin(email));
    const mine = (await pending(referent)).find((invitation) => invitation.email === email);
    expect(mine).toMatchObject({
      grants: [{ scope: 'commune', slug: 'anzin', role: 'agent' }],
      invitedBy: referent.name,
      abilities: { 'invitation.manage': true },
    });
    expect((await pending(pilot)).map((invitation) => invitation.email)).not.toContain(email);
    await refused(agent.session, contract.invitations.list, {}, 'forbidden');
    await refused(nobody, contract.invitations.list, {}, 'unauthenticated');
  });

  test('comes in pages', async () => {
    const emails = [address(), address(), address()];
    for (const email of emails) await ok(pilot.session, contract.invitations.create, inClub(email, closed, 'guest'));
    const first = await ok(pilot.session, contract.invitations.list, { limit: 2 });
    const second = await ok(pilot.session, contract.invitations.list, { limit: 2, cursor: first.nextCursor as string });
    expect([...first.items, ...second.items].map(({ email }) => email)).toEqual([...emails].reverse());
    await refused(pilot.session, contract.invitations.list, { cursor: 'x' }, 'invalid-input');
  });
});

describe('invitations.resend', () => {
  test('sends a new link; the one before opens nothing any more', async () => {
    const email = address();
    await ok(referent.session, contract.invitations.create, inAnzin(email));
    const old = await invitationToken(server.dataDir, email);
    const id = (await pending(referent)).find((invitation) => invitation.email === email)?.id as string;
    await ok(referent.session, contract.invitations.resend, { id });
    const token = await invitationToken(server.dataDir, email, 2);
    expect(token).not.toBe(old);
    await refused(nobody, contract.invitations.readLink, { token: old }, 'not-found');
    expect(await ok(nobody, contract.invitations.readLink, { token })).toMatchObject({ email, hasAccount: false });
    await refused(pilot.session, contract.invitations.resend, { id }, 'not-found');
    await refused(nobody, contract.invitations.resend, { id }, 'unauthenticated');
  });
});

describe('invitations.revoke', () => {
  test('its link opens nothing any more, and the address may be invited again', async () => {
    const email = address();
    await ok(referent.session, contract.invitations.create, inAnzin(email));
    const token = await invitationToken(server.dataDir, email);
    const id = (await pending(referent)).find((invitation) => invitation.email === email)?.id as string;
    await refused(pilot.session, contract.invitations.revoke, { id }, 'not-found');
    await refused(nobody, contract.invitations.revoke, { id }, 'unauthenticated');
    await ok(referent.session, contract.invitations.revoke, { id });
    await refused(nobody, contract.invitations.acceptLink, { token, password: PASSWORD }, 'not-found');
    await refused(referent.session, contract.invitations.revoke, { id }, 'not-found');
    expect(await ok(referent.session, contract.invitations.create, inAnzin(email))).toEqual({ outcome: 'invited' });
  });

  test('what one could not have given whole is not taken back', async () => {
    const email = address();
    const administrator = await buildPerson(server, { administrator: true });
    const both = { ...inAnzin(email), grants: [...inAnzin(email).grants, ...inClub(email, closed, 'member').grants] };
    await ok(administrator.session, contract.invitations.create, both);
    const id = (await pending(referent)).find((invitation) => invitation.email === email)?.id as string;
    await refused(referent.session, contract.invitations.revoke, { id }, 'forbidden');
  });
});

describe('invitations.readLink', () => {
  test('says who invites where; nothing opens with a token that is none', async () => {
    const email = address();
    await ok(referent.session, contract.invitations.create, inAnzin(email));
    const token = await invitationToken(server.dataDir, email);
    const link = await ok(nobody, contract.invitations.readLink, { token });
    expect(link).toMatchObject({ email, invitedBy: referent.name, grants: [{ name: 'Anzin' }], hasAccount: false });
    await refused(nobody, contract.invitations.readLink, { token: `${token.slice(0, -1)}!` }, 'not-found');
    await refused(nobody, contract.invitations.readLink, {}, 'unauthenticated');
    await refused(agent.session, contract.invitations.readLink, {}, 'not-found');
    const stored = await mongoose.connection.collection('invitations').findOne({ email });
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  test('a link of more than fourteen days opens nothing', async () => {
    const email = address();
    await ok(referent.session, contract.invitations.create, inAnzin(email));
    const token = await invitationToken(server.dataDir, email);
    await mongoose.connection.collection('invitations').updateOne({ email }, { $set: { expiresAt: new Date(Date.now() - 1) } });
    await refused(nobody, contract.invitations.readLink, { token }, 'not-found');
    await refused(nobody, contract.invitations.acceptLink, { token, password: PASSWORD }, 'not-found');
  });
});

describe('invitations.acceptLink', () => {
  test('serves once, also when two hands press at the same time', async () => {
    const email = address();
    await ok(referent.session, contract.invitations.create, inAnzin(email));
    const token = await invitationToken(server.dataDir, email);
    const tries = await Promise.allSettled([accept(token), accept(token)]);
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    await refused(nobody, contract.invitations.acceptLink, { token, password: 'un-autre-mot-de-passe' }, 'not-found');
    expect(await mongoose.connection.collection('people').countDocuments({ email })).toBe(1);
    await signIn(server, email);
  });

  test('asks for a password long enough', async () => {
    const email = address();
    await ok(referent.session, contract.invitations.create, inAnzin(email));
    const token = await invitationToken(server.dataDir, email);
    await refused(nobody, contract.invitations.acceptLink, { token, password: 'court' }, 'invalid-input');
    const problem = await refused(nobody, contract.invitations.acceptLink, { token }, 'invalid-input');
    expect(problem.errors?.[0]?.path).toBe('password');
  });

  test('who has an account by then signs in and accepts; another may not in her place', async () => {
    const email = address();
    await ok(referent.session, contract.invitations.create, inAnzin(email));
    const token = await invitationToken(server.dataDir, email);
    const later = await buildPerson(server, { commune: 'onnaing' });
    await mongoose.connection.collection('people').updateOne({ email: later.email }, { $set: { email } });
    expect(await ok(nobody, contract.invitations.readLink, { token })).toMatchObject({ hasAccount: true });
    await refused(nobody, contract.invitations.acceptLink, { token, password: PASSWORD }, 'unauthenticated');
    await refused(agent.session, contract.invitations.acceptLink, { token }, 'forbidden');
    await ok(later.session, contract.invitations.acceptLink, { token });
    expect((await ok(later.session, contract.accounts.me)).communes.map(({ slug }) => slug)).toEqual(['onnaing', 'anzin']);
  });
});
