import { contract } from '@beffroi/shared/contract';
import { poolRoom, REPLACEMENTS_ROOM } from '@beffroi/shared/core/rooms';
import { beforeAll, describe, expect, test } from 'vitest';
import { publish as publishEvent } from '../../server/src/platform/events.ts';
import { ok } from '../support/api-client.ts';
import { am, buildHr, buildSubstitute, offer, publish } from '../support/replacements.ts';
import { type Listener, listen } from '../support/socket-client.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildClub, buildPerson, type TestPerson } from '../support/world.ts';

let server: Server;
let hr: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  agent = await buildPerson(server, { commune: 'onnaing' });
});

/** Nothing reaches a listener before what it asks and is answered later. */
const heardNothingOf = async (listener: Listener, id: string): Promise<void> => {
  await listener.unwatch(REPLACEMENTS_ROOM);
  expect(listener.heard.filter(({ payload }) => (payload as { id?: string })?.id === id)).toEqual([]);
};

describe('the board', () => {
  test('is watched by agents, who hear of a need published and filled by its id alone', async () => {
    const inside = await listen(agent.session);
    expect(await inside.watch(REPLACEMENTS_ROOM)).toEqual({ ok: true });
    const { id } = await publish(hr, { slots: [am(0)] });
    expect(await inside.hears('replacement.created', (event) => event.id === id)).toEqual({ id, version: 1 });
    const substitute = await buildSubstitute(server);
    const { id: offerId } = await offer(substitute, id);
    const offered = await inside.hears('replacement.updated', (event) => event.id === id);
    await ok(hr.session, contract.replacements.book, { id, offerId, slots: [am(0)] });
    await inside.hears('replacement.updated', (event) => event.id === id && event.version > offered.version);
  });

  test('is not watched by guests of a club nor by substitutes from outside', async () => {
    const guest = await listen((await buildPerson(server, { commune: null, clubs: [[await buildClub(), 'guest']] })).session);
    const substitute = await listen((await buildSubstitute(server, { metiers: ['agent-entretien'] })).session);
    for (const outside of [guest, substitute])
      expect(await outside.watch(REPLACEMENTS_ROOM)).toMatchObject({ ok: false, problem: { code: 'not-found', status: 404 } });
    const { id } = await publish(hr);
    const inside = await listen(agent.session);
    await inside.watch(REPLACEMENTS_ROOM);
    await ok(hr.session, contract.replacements.cancel, { id });
    await inside.hears('replacement.updated', (event) => event.id === id);
    for (const outside of [guest, substitute]) await heardNothingOf(outside, id);
  });

  test('is told of what changed before all that follows a publication was done, also who shows the need already', async () => {
    const inside = await listen(agent.session);
    await inside.watch(REPLACEMENTS_ROOM);
    const told = { replacementId: 'a'.repeat(24), version: 2, created: true, personIds: [] };
    await publishEvent('replacements.replacement.changed', told);
    for (const event of ['replacement.created', 'replacement.updated'] as const)
      expect(await inside.hears(event, ({ id }) => id === told.replacementId)).toMatchObject({ version: 2 });
  });
});

describe('who is asked', () => {
  test('hears of it in her own room, without watching; another substitute does not', async () => {
    const asked = await buildSubstitute(server, { metiers: ['agent-restauration'], diplomas: [] });
    const other = await buildSubstitute(server, { metiers: ['agent-entretien'] });
    const [hers, others] = [await listen(asked.session), await listen(other.session)];
    const { id } = await publish(hr, { metier: 'agent-restauration', slots: [am(1)] });
    await hers.hears('notification.created', ({ key }) => key.startsWith(`replacement-wave:${id}`));
    const { version } = await hers.hears('replacement.updated', (event) => event.id === id);
    const { id: offerId } = await ok(asked.session, contract.replacements.offer, { id });
    await ok(hr.session, contract.replacements.book, { id, offerId, slots: [am(1)] });
    await hers.hears('replacement.updated', (event) => event.id === id && event.version > version);
    await heardNothingOf(others, id);
  });
});

describe('the pool', () => {
  test('changes live for the HR of her commune, and for nobody else’s, when she says otherwise when she can come or leaves', async () => {
    const { availability, saveAvailability, leave } = contract.substitutes;
    const substitute = await buildSubstitute(server, { commune: 'anzin' });
    const [own, other] = [await listen((await buildHr(server, 'anzin')).session), await listen(hr.session)];
    expect(await own.watch(poolRoom('anzin'))).toEqual({ ok: true });
    expect(await other.watch(poolRoom('hergnies'))).toEqual({ ok: true });
    expect(await other.watch(poolRoom('anzin'))).toMatchObject({ ok: false, problem: { code: 'not-found', status: 404 } });
    const heard = () => own.heard.filter(({ event }) => event === 'pool.changed').length;
    const { pattern, version } = await ok(substitute.session, availability);
    await ok(substitute.session, saveAvailability, { pattern: pattern.slice(1), exceptions: [], version });
    await expect.poll(heard).toBe(1);
    await ok(substitute.session, leave);
    await expect.poll(heard).toBe(2);
    await other.unwatch(poolRoom('hergnies'));
    expect(other.heard.filter(({ event }) => event === 'pool.changed')).toEqual([]);
    // Somebody from outside is met in every commune’s.
    const outsider = await buildSubstitute(server);
    await other.watch(poolRoom('hergnies'));
    await ok(outsider.session, leave);
    await other.hears('pool.changed', () => true);
  });
});
