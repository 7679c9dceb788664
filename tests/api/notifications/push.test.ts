import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { contract } from '@beffroi/shared/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { PushDeviceModel } from '../../../server/src/features/notifications/push-device.model.ts';
import { publish } from '../../../server/src/platform/events.ts';
import { notify } from '../../../server/src/platform/notify.ts';
import { ok, refused } from '../../support/api-client.ts';
import { buildHr, buildSubstitute, publish as publishNeed } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

const { push, addDevice, removeDevice, list } = contract.notifications;

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  bytes: number;
}
const received: Received[] = [];
/** Stands for a push service; it no longer knows the devices under /gone. */
const service = createServer((request, response) => {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  request.on('end', () => {
    received.push({ path: request.url ?? '', headers: request.headers, bytes });
    response.writeHead(request.url?.startsWith('/gone') ? 410 : 201).end();
  });
});

let server: Server;
let serviceUrl: string;
let colleague: TestPerson;
beforeAll(async () => {
  server = await startServer();
  colleague = await buildPerson(server, { commune: 'onnaing' });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  serviceUrl = `http://127.0.0.1:${(service.address() as { port: number }).port}`;
});
afterAll(() => new Promise((resolve) => service.close(resolve)));

const browserKeys = () => {
  const curve = createECDH('prime256v1');
  return { p256dh: curve.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
};

/** As `addDevice` keeps one, of a service of ours: those from outside are held to the known ones. */
const deviceOf = async ({ id }: TestPerson, path: string) =>
  PushDeviceModel.create({ _id: `${id}${path}`, personId: id, endpoint: `${serviceUrl}${path}`, keys: browserKeys(), since: new Date() });

const settled = async () => {
  await allTold();
  await expect.poll(() => NotificationModel.exists({ pushAt: { $exists: true } })).toBeNull();
};

describe('notifications.push', () => {
  test('a wave of replacements is shown at once to those in it, one message a device', async () => {
    const [substitute, other] = [await buildSubstitute(server), await buildSubstitute(server, { metiers: ['agent-restauration'] })];
    await deviceOf(substitute, '/en-poche');
    await deviceOf(other, '/autre-metier');
    await publishNeed(await buildHr(server));
    await expect.poll(() => received.map(({ path }) => path)).toContain('/en-poche');
    await settled();
    expect(received.map(({ path }) => path)).toEqual(['/en-poche']);
    expect(received.splice(0)[0]?.headers).toMatchObject({ urgency: 'high' });
  });

  test('what a person is told is shown on her devices, encrypted for each, and a device its service forgot is forgotten', async () => {
    const asker = await buildPerson(server);
    const { thread } = await buildThread(server, { author: asker });
    await deviceOf(asker, '/telephone');
    await deviceOf(asker, '/gone/poste');
    await buildReply(colleague, thread.id, 'Un texte que personne d’autre ne lit.');
    await settled();
    expect(received.map(({ path }) => path).sort()).toEqual(['/gone/poste', '/telephone']);
    const { publicKey } = await ok(asker.session, push);
    expect(received.find(({ path }) => path === '/telephone')).toMatchObject({
      headers: { 'content-encoding': 'aes128gcm', ttl: '43200', authorization: expect.stringContaining(`k=${publicKey}`) },
    });
    expect(received[0]?.bytes).toBeGreaterThan(100);
    expect((await PushDeviceModel.find({ personId: asker.id }).lean()).map(({ endpoint }) => endpoint)).toEqual([
      `${serviceUrl}/telephone`,
    ]);
    expect((await ok(asker.session, list)).items).toHaveLength(1);
  });

  test('nothing is told nor shown to whose account is suspended, and her devices are forgotten', async () => {
    const administrator = await buildPerson(server, { administrator: true });
    const hr = await buildPerson(server, { roles: ['agent', 'hr'] });
    await deviceOf(hr, '/suspendue');
    const told = { kind: 'application-received' as const, byId: null, at: new Date() };
    const about = { kind: 'application' as const, id: hr.id, title: 'Agente d’accueil', place: 'Anzin', path: '/candidatures' };
    await ok(administrator.session, contract.agents.suspend, { slug: 'anzin', personId: hr.id });
    expect(await PushDeviceModel.countDocuments({ personId: hr.id })).toBe(0);
    // One that was being added as the account was shut.
    await deviceOf(hr, '/suspendue');
    await notify({ ...told, key: randomUUID(), about, to: { people: [hr.id] } });
    await settled();
    expect(await NotificationModel.countDocuments({ personId: hr.id })).toBe(0);
    const row = { personId: hr.id, key: 'before', postKey: 'before', ...told, about, unread: true as const, pushAt: new Date() };
    await NotificationModel.create(row);
    await publish('notifications.delivered', { personIds: [hr.id], key: 'before', pushes: true, urgent: false });
    await settled();
    expect(received.map(({ path }) => path)).not.toContain('/suspendue');
  });
});

const device = (name = 'a') => ({ endpoint: `https://updates.push.services.mozilla.com/wpush/v2/${name}`, keys: browserKeys() });

describe('notifications.addDevice', () => {
  test('is hers who signed in last, and the oldest of many give way', async () => {
    const [first, second] = [await buildPerson(server), await buildPerson(server)];
    const shared = device('partage');
    await ok(first.session, addDevice, shared);
    await ok(second.session, addDevice, shared);
    expect(await PushDeviceModel.countDocuments({ personId: first.id })).toBe(0);
    for (let i = 0; i < 12; i++) await ok(second.session, addDevice, device(`poste-${i}`));
    expect(await PushDeviceModel.countDocuments({ personId: second.id })).toBe(10);
  });

  test.each([
    ['an address that is not https', { endpoint: 'http://fcm.googleapis.com/fcm/send/x' }],
    ['an address inside the network', { endpoint: 'https://127.0.0.1/x' }],
    ['a service nobody knows', { endpoint: 'https://fcm.googleapis.com.example/x' }],
    ['keys that are none', { keys: { p256dh: 'x', auth: 'y' } }],
  ])('refuses %s', async (_case, wrong) => {
    await refused(colleague.session, addDevice, { ...device(), ...wrong }, 'invalid-input');
  });
});

describe('notifications.removeDevice', () => {
  test('leaves alone the device of another', async () => {
    const [owner, other] = [await buildPerson(server), await buildPerson(server)];
    const { endpoint, keys } = device('la-sienne');
    await ok(owner.session, addDevice, { endpoint, keys });
    await ok(other.session, removeDevice, { endpoint });
    expect(await PushDeviceModel.countDocuments({ personId: owner.id })).toBe(1);
    await ok(owner.session, removeDevice, { endpoint });
    expect(await PushDeviceModel.countDocuments({ personId: owner.id })).toBe(0);
  });
});
