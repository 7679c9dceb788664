import { contract } from '@beffroi/shared/contract';
import type { RefusedSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { am, ask, buildHr, buildSubstitute, day, offer, pm, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestPerson } from '../../support/world.ts';

const { book, get, mine, trail, withdraw } = contract.replacements;
const offerTo = contract.replacements.offer;

let server: Server;
let hr: TestPerson;
let agent: TestPerson;
let guest: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  agent = await buildPerson(server, { commune: 'onnaing' });
  guest = await buildPerson(server, { commune: null, clubs: [[await buildClub(), 'guest']] });
});

const refusedSlots = (problem: { current?: unknown }): RefusedSlot[] => (problem.current as { refused: RefusedSlot[] }).refused;

describe('replacements.offer', () => {
  test('says yes to all she may come for, with one touch; the board shows it', async () => {
    const { id } = await publish(hr, { slots: [am(0), pm(0), am(1)] });
    const substitute = await buildSubstitute(server);
    const said = await offer(substitute, id);
    expect(said).toMatchObject({ substitute: { id: substitute.id }, slots: [am(0), pm(0), am(1)] });
    expect(await ok(agent.session, get, { id })).toMatchObject({ state: 'offered', counts: { missing: 0, offered: 3 }, offers: [] });
    expect((await ok(hr.session, get, { id })).offers).toMatchObject([{ id: said.id, substitute: { id: substitute.id } }]);
    expect(await ok(substitute.session, get, { id })).toMatchObject({
      offers: [{ id: said.id }],
      abilities: { 'replacement.withdraw': true },
    });
  });

  test('said again, takes the place of what was said before', async () => {
    const { id } = await publish(hr);
    const substitute = await buildSubstitute(server);
    const { id: first } = await offer(substitute, id);
    expect(await offer(substitute, id, [pm(0)])).toMatchObject({ id: first, slots: [pm(0)] });
    expect((await ok(hr.session, get, { id })).slots).toMatchObject([{ state: 'missing' }, { state: 'offered', offers: 1 }]);
  });

  test('is for the pool of that métier, asked or serving a commune; each refusal says why', async () => {
    const { id } = await publish(hr, { diploma: 'deap' });
    await refused({ url: server.url, cookie: '' }, offerTo, { id }, 'unauthenticated');
    await refused(guest.session, offerTo, { id }, 'not-found');
    await refused(agent.session, offerTo, { id }, 'forbidden');
    const substitute = await buildSubstitute(server, { diplomas: ['cap-aepe'] });
    await refused(substitute.session, offerTo, { id }, 'not-found');
    await ask(substitute, id);
    const problem = await refused(substitute.session, offerTo, { id, slots: [am(0)] }, 'conflict');
    expect(refusedSlots(problem)).toMatchObject([{ ...am(0), by: 'not-eligible' }]);
    expect((await ok(substitute.session, get, { id })).mine).toMatchObject({ eligible: [], refused: [am(0), pm(0)] });
    await refused(substitute.session, offerTo, { id, slots: [] }, 'invalid-input');
    await refused(substitute.session, offerTo, { id, slots: [am(6)] }, 'conflict');
  });
});

describe('replacements.withdraw', () => {
  test('takes the offer back and leaves nothing of it', async () => {
    const { id } = await publish(hr);
    const substitute = await buildSubstitute(server);
    await offer(substitute, id);
    expect(await ok(substitute.session, withdraw, { id })).toMatchObject({ state: 'missing', offers: [] });
    await refused(substitute.session, withdraw, { id }, 'forbidden');
    await refused(guest.session, withdraw, { id }, 'not-found');
    expect((await ok(hr.session, trail, { id })).items.filter(({ person }) => person)).toEqual([]);
  });
});

describe('replacements.mine', () => {
  test('gives what one was asked for, offered and is booked for; nothing of what others fill', async () => {
    const [asked, filled] = [await publish(hr), await publish(hr, { slots: [am(4)] })];
    const [substitute, other] = [await buildSubstitute(server), await buildSubstitute(server)];
    await ask(substitute, asked.id);
    await ask(substitute, filled.id);
    const { id: offerId } = await offer(other, filled.id);
    await ok(hr.session, book, { id: filled.id, offerId, slots: [am(4)] });
    expect(await ok(substitute.session, mine)).toMatchObject({
      items: [{ replacement: { id: asked.id }, offer: null, bookings: [] }],
      toConfirm: 0,
    });
    expect(await ok(substitute.session, contract.replacements.attention)).toEqual({ missing: 0, asked: [asked.id], toConfirm: 0 });
    expect((await ok(substitute.session, contract.replacements.list, { from: day(0), to: day(6) })).items).toHaveLength(2);
    await refused(guest.session, mine, {}, 'not-found');
  });
});
