import { contract } from '@beffroi/shared/contract';
import type { RefusedSlot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { beforeAll, describe, expect, test } from 'vitest';
import { PersonModel } from '../../../server/src/features/accounts/person.model.ts';
import { BookingModel } from '../../../server/src/features/replacements/booking.model.ts';
import { SubstituteModel } from '../../../server/src/features/substitutes/substitute.model.ts';
import { call, ok, refused } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { am, buildHr, buildSubstitute, day, offer, pm, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestPerson } from '../../support/world.ts';

const { book, get, mine } = contract.replacements;
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

describe('replacements.book', () => {
  test('books what was offered; others see it filled, without a name', async () => {
    const { id } = await publish(hr, { slots: [am(0), pm(0), am(1)] });
    const substitute = await buildSubstitute(server, { commune: 'anzin' });
    const { id: offerId } = await offer(substitute, id);
    const { items } = await ok(hr.session, book, { id, offerId, slots: [am(0), am(1)] });
    expect(items).toMatchObject([
      {
        ...am(0),
        substitute: { id: substitute.id },
        employer: 'anzin',
        agreedMinutes: null,
        abilities: { 'booking.cancel': true, 'booking.agreement': true },
      },
      am(1),
    ]);
    const seen = await ok(agent.session, get, { id });
    expect(seen).toMatchObject({ state: 'offered', bookings: [], counts: { filled: 2, offered: 1 } });
    expect(JSON.stringify(seen)).not.toContain(substitute.id);
    const lender = await buildHr(server, 'anzin');
    expect((await ok(lender.session, get, { id })).bookings).toHaveLength(2);
    expect((await ok(substitute.session, mine)).items).toMatchObject([
      { replacement: { id }, bookings: [{ abilities: { 'booking.agreement': false } }, {}] },
    ]);
    await eventually(async () => {
      const minutes = (await SubstituteModel.findById(substitute.id).lean())?.minutesByYear;
      expect(minutes).toEqual({ [day(0).slice(0, 4)]: 420 });
    });
  });

  test('lends somebody by an agreement that is drawn up before she comes; nobody from outside is lent', async () => {
    const { id } = await publish(hr, { slots: [{ ...am(0), seats: 2 }] });
    const [lent, outsider] = [await buildSubstitute(server, { commune: 'anzin' }), await buildSubstitute(server)];
    for (const person of [lent, outsider]) {
      const { id: offerId } = await offer(person, id);
      await ok(hr.session, book, { id, offerId, slots: [am(0)] });
    }
    const { bookings } = await ok(hr.session, get, { id });
    expect(bookings.map(({ employer, abilities }) => [employer, abilities['booking.agreement']])).toEqual(
      expect.arrayContaining([
        ['anzin', true],
        [null, false],
      ]),
    );
    const wanted = { id, personId: lent.id, format: 'docx' as const };
    for (const person of [hr, await buildHr(server, 'anzin')])
      expect((await call(person.session, contract.statements.agreement, wanted)).status).toBe(200);
  });

  test('gives the telephone of who is booked to the HR she comes to, and to nobody else', async () => {
    const { id } = await publish(hr, { slots: [am(0)] });
    const substitute = await buildSubstitute(server, { commune: 'anzin' });
    await PersonModel.updateOne({ _id: substitute.id }, { $set: { phone: '06 12 34 56 78' } });
    const { id: offerId } = await offer(substitute, id);
    await ok(hr.session, book, { id, offerId, slots: [am(0)] });
    expect((await ok(hr.session, get, { id })).bookings).toMatchObject([{ phone: '06 12 34 56 78' }]);
    const administrator = await buildPerson(server, { administrator: true });
    for (const { session } of [await buildHr(server, 'anzin'), administrator, agent])
      expect(JSON.stringify(await ok(session, get, { id }))).not.toContain('06 12');
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
    await eventually(async () => {
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
