import { contract } from '@beffroi/shared/contract';
import type { RefusedSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { BookingModel } from '../../../server/src/features/replacements/booking.model.ts';
import { SubstituteModel } from '../../../server/src/features/substitutes/substitute.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { am, ask, buildHr, buildSubstitute, day, offer, pm, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestPerson } from '../../support/world.ts';

const { book, cancel, cancelBooking, get, mine, trail, withdraw } = contract.replacements;
const offerTo = contract.replacements.offer;

let server: Server;
let hr: TestPerson;
let neighbour: TestPerson;
let agent: TestPerson;
let guest: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  neighbour = await buildHr(server, 'onnaing');
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

describe('replacements.book', () => {
  test('books what was offered; others see it filled, without a name', async () => {
    const { id } = await publish(hr, { slots: [am(0), pm(0), am(1)] });
    const substitute = await buildSubstitute(server, { commune: 'anzin' });
    const { id: offerId } = await offer(substitute, id);
    const { items } = await ok(hr.session, book, { id, offerId, slots: [am(0), am(1)] });
    expect(items).toMatchObject([
      { ...am(0), substitute: { id: substitute.id }, employer: 'anzin', agreedMinutes: null, abilities: { 'booking.cancel': true } },
      am(1),
    ]);
    const seen = await ok(agent.session, get, { id });
    expect(seen).toMatchObject({ state: 'offered', bookings: [], counts: { filled: 2, offered: 1 } });
    expect(JSON.stringify(seen)).not.toContain(substitute.id);
    const lender = await buildHr(server, 'anzin');
    expect((await ok(lender.session, get, { id })).bookings).toHaveLength(2);
    expect((await ok(substitute.session, mine)).items).toMatchObject([{ replacement: { id }, bookings: [{}, {}] }]);
    await vi.waitFor(async () => {
      const minutes = (await SubstituteModel.findById(substitute.id).lean())?.minutesByYear;
      expect(minutes).toEqual({ [day(0).slice(0, 4)]: 420 });
    });
  });

  test('sent again, answers as the first time', async () => {
    const { id } = await publish(hr);
    const substitute = await buildSubstitute(server);
    const { id: offerId } = await offer(substitute, id);
    const first = await ok(hr.session, book, { id, offerId, slots: [am(0), pm(0)] });
    const again = await ok(hr.session, book, { id, offerId, slots: [am(0), pm(0)] });
    expect(again.items.map((one) => one.id)).toEqual(first.items.map((one) => one.id));
    expect(await BookingModel.countDocuments({ replacementId: id })).toBe(2);
  });

  test('is all or nothing; a 409 names each half-day and what has taken it', async () => {
    const { id } = await publish(hr, { slots: [am(0), pm(0), am(1)] });
    const [substitute, other] = [await buildSubstitute(server), await buildSubstitute(server)];
    const hers = await offer(substitute, id);
    const others = await offer(other, id, [pm(0)]);
    // Booked by another commune for the morning of the second day.
    const elsewhere = await publish(neighbour, { commune: 'onnaing', slots: [am(1)] });
    const there = await offer(substitute, elsewhere.id);
    await ok(neighbour.session, book, { id: elsewhere.id, offerId: there.id, slots: [am(1)] });
    await ok(hr.session, book, { id, offerId: others.id, slots: [pm(0)] });
    const problem = await refused(hr.session, book, { id, offerId: hers.id, slots: [am(0), pm(0)] }, 'conflict');
    expect(refusedSlots(problem)).toMatchObject([{ ...pm(0), by: 'seat-taken' }]);
    expect(problem.detail).toMatch(/après-midi.*pourvue/);
    const taken = await refused(hr.session, book, { id, offerId: hers.id, slots: [am(0), am(1)] }, 'conflict');
    expect(refusedSlots(taken).map(({ date, half }) => ({ date, half }))).toEqual([am(1)]);
    expect(await BookingModel.countDocuments({ replacementId: id, substituteId: substitute.id })).toBe(0);
  });

  test('a half-day booked by one commune is offered to no other any more', async () => {
    const [first, second] = [await publish(hr), await publish(neighbour, { commune: 'onnaing' })];
    const substitute = await buildSubstitute(server);
    const [here, there] = [await offer(substitute, first.id), await offer(substitute, second.id)];
    await ok(hr.session, book, { id: first.id, offerId: here.id, slots: [am(0)] });
    await vi.waitFor(async () => {
      expect((await ok(neighbour.session, get, { id: second.id })).offers).toMatchObject([{ id: there.id, slots: [pm(0)] }]);
    });
    const problem = await refused(neighbour.session, book, { id: second.id, offerId: there.id, slots: [am(0)] }, 'conflict');
    expect(refusedSlots(problem)).toMatchObject([{ ...am(0), by: 'substitute-taken' }]);
    expect(problem.detail).toContain('Hergnies');
  });

  test('holds her own limit of the week', async () => {
    const substitute = await buildSubstitute(server, { weeklyMinutes: 420 });
    const { id } = await publish(hr, { slots: [am(0), am(1), am(2)] });
    const { id: offerId } = await offer(substitute, id, [am(0), am(1)]);
    await ok(hr.session, book, { id, offerId, slots: [am(0), am(1)] });
    const third = await refused(substitute.session, offerTo, { id, slots: [am(2)] }, 'conflict');
    expect(refusedSlots(third)).toMatchObject([{ ...am(2), by: 'not-eligible' }]);
  });

  test('is for the HR of that commune alone, in words', async () => {
    const { id } = await publish(hr);
    const { id: offerId } = await offer(await buildSubstitute(server), id, [am(0)]);
    const input = { id, offerId, slots: [am(0)] };
    await refused({ url: server.url, cookie: '' }, book, input, 'unauthenticated');
    await refused(guest.session, book, input, 'not-found');
    await refused(agent.session, book, input, 'forbidden');
    await refused(neighbour.session, book, input, 'forbidden');
    await refused(hr.session, book, { ...input, slots: [am(5)] }, 'invalid-input');
    await refused(hr.session, book, { ...input, slots: [] }, 'invalid-input');
    const notOffered = await refused(hr.session, book, { ...input, slots: [pm(0)] }, 'conflict');
    expect(refusedSlots(notOffered)).toMatchObject([{ by: 'not-offered' }]);
    await refused(hr.session, book, { ...input, offerId: 'f'.repeat(24) }, 'conflict');
  });
});

describe('replacements.cancelBooking', () => {
  test('frees the half-day, keeps the act and offers it again', async () => {
    const { id } = await publish(hr);
    const substitute = await buildSubstitute(server, { commune: 'anzin' });
    const { id: offerId } = await offer(substitute, id);
    const { items } = await ok(hr.session, book, { id, offerId, slots: [am(0), pm(0)] });
    const [morning, afternoon] = items.map((one) => one.id) as [string, string];
    await refused(agent.session, cancelBooking, { id: morning }, 'not-found');
    await refused(guest.session, cancelBooking, { id: morning }, 'not-found');
    await refused(hr.session, cancelBooking, { id: 'f'.repeat(24) }, 'not-found');
    expect(await ok(hr.session, cancelBooking, { id: morning })).toMatchObject({
      id,
      state: 'offered',
      slots: [{ state: 'offered' }, { state: 'filled' }],
    });
    await refused(hr.session, cancelBooking, { id: morning }, 'not-found');
    // Called off by herself, it is not offered by her any more.
    expect(await ok(substitute.session, cancelBooking, { id: afternoon })).toMatchObject({
      slots: [{ state: 'offered' }, { state: 'missing' }],
    });
    const { items: acts } = await ok(hr.session, trail, { id });
    expect(acts.filter(({ action }) => action === 'booking-cancelled')).toMatchObject([
      { by: { id: substitute.id }, slots: [pm(0)] },
      { by: { id: hr.id }, slots: [am(0)], person: { id: substitute.id } },
    ]);
    await vi.waitFor(async () => expect((await SubstituteModel.findById(substitute.id).lean())?.minutesByYear).toEqual({}));
  });

  test('the commune that lends her may call it off too, the administrator may not', async () => {
    const { id } = await publish(hr, { slots: [am(2)] });
    const { id: offerId } = await offer(await buildSubstitute(server, { commune: 'onnaing' }), id);
    const { items } = await ok(hr.session, book, { id, offerId, slots: [am(2)] });
    const bookingId = items[0]?.id as string;
    const administrator = await buildPerson(server, { administrator: true });
    await refused(administrator.session, cancelBooking, { id: bookingId }, 'forbidden');
    await ok(neighbour.session, cancelBooking, { id: bookingId });
  });
});

describe('replacements.cancel', () => {
  test('cancels some half-days, then all; who was booked is free', async () => {
    const { id } = await publish(hr, { slots: [am(0), pm(0), am(1)] });
    const substitute = await buildSubstitute(server);
    const { id: offerId } = await offer(substitute, id);
    await ok(hr.session, book, { id, offerId, slots: [am(0), am(1)] });
    const some = await ok(hr.session, cancel, { id, slots: [am(1)], reason: 'Sortie annulée.' });
    expect(some).toMatchObject({ state: 'offered', slots: [{ state: 'filled' }, { state: 'offered' }, { state: 'cancelled' }] });
    expect(await BookingModel.countDocuments({ substituteId: substitute.id })).toBe(1);
    await refused(hr.session, cancel, { id, slots: [am(1)] }, 'invalid-input');
    const all = await ok(hr.session, cancel, { id });
    expect(all).toMatchObject({ state: 'cancelled', bookings: [], abilities: { 'replacement.edit': false, 'replacement.book': false } });
    expect(all.cancelledAt).not.toBeNull();
    expect(await BookingModel.countDocuments({ substituteId: substitute.id })).toBe(0);
    await refused(hr.session, cancel, { id }, 'forbidden');
    await refused(hr.session, book, { id, offerId, slots: [am(0)] }, 'forbidden');
    await refused(substitute.session, offerTo, { id }, 'forbidden');
  });

  test('is for the HR of that commune alone', async () => {
    const { id } = await publish(hr);
    await refused(guest.session, cancel, { id }, 'not-found');
    await refused(neighbour.session, cancel, { id }, 'forbidden');
  });
});

describe('replacements.trail', () => {
  test('says who did what, for the commune’s HR and the administrator', async () => {
    const { id } = await publish(hr);
    const substitute = await buildSubstitute(server);
    const { id: offerId } = await offer(substitute, id);
    await ok(hr.session, book, { id, offerId, slots: [am(0)] });
    await vi.waitFor(async () => {
      const { items } = await ok(hr.session, trail, { id });
      expect(items).toMatchObject([{ action: 'booked', person: { id: substitute.id }, slots: [am(0)] }, { action: 'published' }]);
    });
    await ok((await buildPerson(server, { administrator: true })).session, trail, { id });
    await refused(agent.session, trail, { id }, 'forbidden');
    await refused(neighbour.session, trail, { id }, 'forbidden');
    await refused(guest.session, trail, { id }, 'not-found');
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
    expect(await ok(substitute.session, contract.replacements.attention)).toEqual({ missing: 0, asked: 1, toConfirm: 0 });
    expect((await ok(substitute.session, contract.replacements.list, { from: day(0), to: day(6) })).items).toHaveLength(2);
    await refused(guest.session, mine, {}, 'not-found');
  });
});
