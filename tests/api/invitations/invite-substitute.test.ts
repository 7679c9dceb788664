import { contract } from '@beffroi/shared/contract';
import { expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { invitationToken } from '../../support/outbox.ts';
import { startServer } from '../../support/start-server.ts';
import { PROFILE } from '../../support/substitutes.ts';
import { buildPerson, PASSWORD, signIn } from '../../support/world.ts';

const { create, list, acceptLink } = contract.invitations;

test('HR of any commune brings a person from outside into the pool: she declares herself, and a commune accepts her', async () => {
  const server = await startServer();
  const hr = await buildPerson(server, { commune: 'onnaing', roles: ['agent', 'hr'] });
  const agent = await buildPerson(server);
  const email = 'atsem@essai.example';
  const substitute = { scope: 'territory' as const, slug: 'territory' as const, role: 'substitute' as const };
  const wanted = { email, name: 'ATSEM diplômée', function: 'ATSEM', grants: [substitute] };
  await refused(agent.session, create, wanted, 'forbidden');
  await refused(agent.session, list, { territory: 'territory' }, 'forbidden');
  // So does a referent, for whom it is not to read who the pool holds.
  const referent = await buildPerson(server, { commune: 'anzin', roles: ['agent', 'referent'] });
  expect(await ok(referent.session, create, { ...wanted, email: 'autre@essai.example' })).toEqual({ outcome: 'invited' });
  const [own] = (await ok(referent.session, list, { territory: 'territory' })).items;
  expect(own).toMatchObject({ email: 'autre@essai.example', abilities: { 'invitation.manage': true } });
  await ok(referent.session, contract.invitations.revoke, { id: own?.id as string });
  await refused(referent.session, contract.substitutes.list, { slug: 'anzin', from: 'outside' }, 'forbidden');
  // Nobody else is hers to invite.
  await refused(hr.session, create, { ...wanted, grants: [substitute, { scope: 'commune', slug: 'onnaing', role: 'agent' }] }, 'forbidden');
  expect(await ok(hr.session, create, wanted)).toEqual({ outcome: 'invited' });
  const grants = [{ scope: 'territory', name: 'Vivier des remplacements', role: 'substitute' }];
  const waiting = await ok(hr.session, list, { territory: 'territory' });
  expect(waiting.items).toMatchObject([{ email, grants, abilities: { 'invitation.manage': true } }]);

  await ok({ url: server.url, cookie: '' }, acceptLink, { token: await invitationToken(server.dataDir, email), password: PASSWORD });
  const session = await signIn(server, email);
  await ok(session, contract.substitutes.declare, PROFILE);
  const { items } = await ok(hr.session, contract.substitutes.list, { slug: 'onnaing', from: 'outside' });
  expect(items).toMatchObject([{ name: 'ATSEM diplômée', employer: null, abilities: { 'substitute.agree': true } }]);
  const { personId } = items[0] as { personId: string };
  await ok(hr.session, contract.substitutes.agree, { slug: 'onnaing', personId, until: null });
  expect((await ok(hr.session, list, { territory: 'territory' })).items).toEqual([]);
});
