import { contract } from '@beffroi/shared/contract';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { beforeAll, describe, expect, test } from 'vitest';
import { BookingModel } from '../../../server/src/features/replacements/booking.model.ts';
import { objectId } from '../../../server/src/platform/object-id.ts';
import { ok, refused } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { am, buildHr, buildSubstitute, offer, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { attention, book, confirm, get, mine, trail } = contract.replacements;

let server: Server;
let hr: TestPerson;
let substitute: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  substitute = await buildSubstitute(server, { commune: 'anzin' });
});

let counted = 0;
/** A mission of yesterday: booked for later, then moved there. */
const worked = async (): Promise<{ id: string; needId: string }> => {
  const index = counted++;
  const { id: needId } = await publish(hr, { slots: [am(index)] });
  const { id: offerId } = await offer(substitute, needId);
  const { items } = await ok(hr.session, book, { id: needId, offerId, slots: [am(index)] });
  const id = items[0]?.id as string;
  await BookingModel.updateOne({ _id: objectId(id) }, { $set: { date: addDays(parisDate(new Date()), -1 - index) } });
  return { id, needId };
};

describe('replacements.confirm', () => {
  test('records the hours once both sides say the same', async () => {
    const { id, needId } = await worked();
    expect(await ok(substitute.session, mine)).toMatchObject({ toConfirm: 1 });
    expect(await ok(hr.session, attention)).toMatchObject({ toConfirm: 1 });
    const first = await ok(substitute.session, confirm, { id, minutes: 240 });
    expect(first).toMatchObject({ agreedMinutes: null, confirmedBy: { commune: null, substitute: { minutes: 240 } } });
    expect(await ok(hr.session, confirm, { id, minutes: 210 })).toMatchObject({
      agreedMinutes: null,
      abilities: { 'booking.confirm': true },
    });
    expect(await ok(hr.session, confirm, { id, minutes: 240 })).toMatchObject({
      agreedMinutes: 240,
      abilities: { 'booking.confirm': false },
    });
    await refused(hr.session, confirm, { id, minutes: 0 }, 'forbidden');
    expect(await ok(hr.session, confirm, { id, minutes: 240 })).toMatchObject({ agreedMinutes: 240 });
    expect(await ok(hr.session, attention)).toMatchObject({ toConfirm: 0 });
    const { items } = await ok(hr.session, trail, { id: needId });
    expect(items.filter(({ action }) => action === 'hours-confirmed')).toMatchObject([
      { note: '240 min' },
      { note: '210 min' },
      { note: '240 min' },
    ]);
  });

  test('two sides that confirm at once are agreed', async () => {
    const { id } = await worked();
    await Promise.all([hr, substitute].map(({ session }) => ok(session, confirm, { id, minutes: 200 })));
    expect(await BookingModel.findById(id).lean()).toMatchObject({ agreed: true, minutes: 200 });
  });

  test('is for the two sides, once it has begun', async () => {
    const { id, needId } = await worked();
    const agent = await buildPerson(server, { commune: 'onnaing' });
    await refused({ url: server.url, cookie: '' }, confirm, { id, minutes: 60 }, 'unauthenticated');
    await refused(agent.session, confirm, { id, minutes: 60 }, 'not-found');
    await refused((await buildHr(server, 'anzin')).session, confirm, { id, minutes: 60 }, 'forbidden');
    await refused(hr.session, confirm, { id, minutes: 100_000 }, 'invalid-input');
    const later = await publish(hr, { slots: [am(counted++)] });
    const { id: offerId } = await offer(substitute, later.id);
    const { items } = await ok(hr.session, book, { id: later.id, offerId, slots: later.slots.map(({ date, half }) => ({ date, half })) });
    await refused(hr.session, confirm, { id: items[0]?.id as string, minutes: 60 }, 'forbidden');
    await eventually(async () => expect((await ok(hr.session, get, { id: needId })).bookings).toHaveLength(1));
  });
});
