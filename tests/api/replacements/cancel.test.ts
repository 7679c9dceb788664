import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { BookingModel } from '../../../server/src/features/replacements/booking.model.ts';
import { SubstituteModel } from '../../../server/src/features/substitutes/substitute.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { am, buildHr, buildSubstitute, offer, pm, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestPerson } from '../../support/world.ts';

const { book, cancel, cancelBooking, trail } = contract.replacements;
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
    await eventually(async () => expect((await SubstituteModel.findById(substitute.id).lean())?.minutesByYear).toEqual({}));
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
    await eventually(async () => {
      const { items } = await ok(hr.session, trail, { id });
      const byPeople = items.filter(({ action }) => action !== 'wave-told');
      expect(byPeople).toMatchObject([{ action: 'booked', person: { id: substitute.id }, slots: [am(0)] }, { action: 'published' }]);
    });
    await ok((await buildPerson(server, { administrator: true })).session, trail, { id });
    await refused(agent.session, trail, { id }, 'forbidden');
    await refused(neighbour.session, trail, { id }, 'forbidden');
    await refused(guest.session, trail, { id }, 'not-found');
  });
});
