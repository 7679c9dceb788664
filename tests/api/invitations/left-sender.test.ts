import { contract } from '@beffroi/shared/contract';
import { beforeAll, expect, test } from 'vitest';
import { ok, refused, type Session } from '../../support/api-client.ts';
import { invitationToken } from '../../support/outbox.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, PASSWORD, signIn, type TestPerson } from '../../support/world.ts';

const { create, list, readLink, acceptLink, resend } = contract.invitations;

let server: Server;
let administrator: TestPerson;
let nobody: Session;
beforeAll(async () => {
  server = await startServer();
  administrator = await buildPerson(server, { administrator: true });
  nobody = { url: server.url, cookie: '' };
});

const buildReferent = () => buildPerson(server, { roles: ['agent', 'referent'] });
const inAnzin = (email: string) => ({
  email,
  name: 'Responsable urbanisme',
  function: 'Responsable urbanisme',
  grants: [{ scope: 'commune' as const, slug: 'anzin', role: 'agent' as const }],
});
const GONE = expect.objectContaining({ detail: expect.stringContaining('n’en a plus le droit') });

test.each([
  ['was suspended', (one: { slug: string; personId: string }) => ok(administrator.session, contract.agents.suspend, one)],
  [
    'is a referent no more',
    (one: { slug: string; personId: string }) => ok(administrator.session, contract.agents.changeRoles, { ...one, roles: [] }),
  ],
  ['left the commune', (one: { slug: string; personId: string }) => ok(administrator.session, contract.agents.remove, one)],
])('an invitation opens nothing once its sender %s, until a colleague sends it anew', async (what, goes) => {
  const [sender, colleague] = [await buildReferent(), await buildReferent()];
  const email = `${what.replace(/\W/g, '-')}@essai.example`;
  await ok(sender.session, create, inAnzin(email));
  const token = await invitationToken(server.dataDir, email);
  const isAbandoned = async () => (await ok(colleague.session, list, { limit: 100 })).items.find((one) => one.email === email)?.abandoned;
  expect(await isAbandoned()).toBe(false);
  await goes({ slug: 'anzin', personId: sender.id });
  expect(await refused(nobody, readLink, { token }, 'not-found')).toEqual(GONE);
  expect(await refused(nobody, acceptLink, { token, password: PASSWORD }, 'not-found')).toEqual(GONE);
  expect(await isAbandoned()).toBe(true);
  const { items } = await ok(colleague.session, list, { commune: 'anzin', limit: 100 });
  const waiting = items.find((invitation) => invitation.email === email);
  const again = await ok(colleague.session, resend, { id: waiting?.id as string });
  expect(again).toMatchObject({ invitedBy: colleague.name, abandoned: false });
  const anew = await invitationToken(server.dataDir, email, 2);
  await ok(nobody, acceptLink, { token: anew, password: PASSWORD });
  expect(await ok(await signIn(server, email), contract.accounts.me)).toMatchObject({ communes: [{ slug: 'anzin', roles: ['agent'] }] });
});

test('of what several people gave together, what those who stayed gave remains', async () => {
  const club = await buildClub({ access: 'invitation' });
  const [sender, pilot] = [await buildReferent(), await buildPerson(server, { clubs: [[club, 'pilot']] })];
  const email = 'a-deux@essai.example';
  await ok(sender.session, create, inAnzin(email));
  await ok(pilot.session, create, { ...inAnzin(email), grants: [{ scope: 'club', slug: club.slug, role: 'guest' }] });
  const token = await invitationToken(server.dataDir, email);
  expect((await ok(nobody, readLink, { token })).grants).toHaveLength(2);
  await ok(administrator.session, contract.agents.suspend, { slug: 'anzin', personId: sender.id });
  expect((await ok(nobody, readLink, { token })).grants).toMatchObject([{ scope: 'club', slug: club.slug }]);
  await ok(nobody, acceptLink, { token, password: PASSWORD });
  expect(await ok(await signIn(server, email), contract.accounts.me)).toMatchObject({ communes: [], clubs: [{ slug: club.slug }] });
});

test('somebody who has an account and is asked is not let in either by one who was suspended since', async () => {
  const [sender, there] = [await buildReferent(), await buildPerson(server, { commune: 'onnaing' })];
  expect(await ok(sender.session, create, inAnzin(there.email))).toEqual({ outcome: 'invited' });
  await ok(there.session, readLink, {});
  await ok(administrator.session, contract.agents.suspend, { slug: 'anzin', personId: sender.id });
  expect(await refused(there.session, acceptLink, {}, 'not-found')).toEqual(GONE);
  expect((await ok(there.session, contract.accounts.me)).communes.map(({ slug }) => slug)).toEqual(['onnaing']);
});
