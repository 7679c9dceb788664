import { contract } from '@beffroi/shared/contract';
import { beforeAll, expect, test } from 'vitest';
import { PersonModel } from '../../../server/src/features/accounts/person.model.ts';
import { publish as publishEvent } from '../../../server/src/platform/events.ts';
import { ok, refused } from '../../support/api-client.ts';
import { mailsTo } from '../../support/outbox.ts';
import { am, buildHr, buildSubstitute, offer, pm, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import type { TestPerson } from '../../support/world.ts';

const { book, cancel, cancelBooking, edit, get, trail } = contract.replacements;

let server: Server;
let hr: TestPerson;
let lender: TestPerson;
let elsewhere: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  lender = await buildHr(server, 'onnaing');
  elsewhere = await buildHr(server, 'anzin');
});

/** What somebody is told of a need, the first first, with its words. */
const toldOf = async (person: TestPerson, id: string): Promise<string[]> =>
  (await ok(person.session, contract.notifications.list, {})).items
    .filter(({ about }) => about?.id === id)
    .map(({ kind, note }) => `${kind} ${note}`)
    .reverse();

const bookFor = async (substitute: TestPerson, slots = [am(0), pm(0)]) => {
  const { id } = await publish(hr, { slots });
  const { id: offerId } = await offer(substitute, id);
  return { id, bookings: (await ok(hr.session, book, { id, offerId, slots })).items };
};

test('HR is told when somebody says yes, and again when she says yes to more; the same said twice is told once', async () => {
  const substitute = await buildSubstitute(server);
  const { id } = await publish(hr, { slots: [am(0), pm(0)] });
  const told = async () => (await toldOf(hr, id)).filter((one) => one.startsWith('replacement-offer'));
  await offer(substitute, id, [am(0)]);
  await expect.poll(told).toHaveLength(1);
  await offer(substitute, id, [am(0), pm(0)]);
  await offer(substitute, id, [pm(0), am(0)]);
  await expect.poll(told).toHaveLength(2);
  const [first, second] = await told();
  expect(first).not.toContain('après-midi');
  expect(second).toMatch(/matin.*après-midi/);
});

test('HR of the commune that lends an agent is told when she is booked, and of each booking that is cancelled', async () => {
  const substitute = await buildSubstitute(server, { commune: 'onnaing' });
  const { id, bookings } = await bookFor(substitute);
  await expect.poll(() => toldOf(lender, id)).toHaveLength(1);
  const [lent] = await toldOf(lender, id);
  expect(lent).toMatch(/^replacement-lent .*matin.*après-midi/);
  expect(lent).toContain(substitute.name);
  await ok(hr.session, cancelBooking, { id: bookings[0]?.id as string, reason: 'Classe en sortie' });
  await expect.poll(async () => (await toldOf(lender, id))[1]).toMatch(/^replacement-cancelled .*matin\. Classe en sortie$/);
  await ok(hr.session, cancel, { id, reason: 'Classe fermée' });
  await expect.poll(async () => (await toldOf(lender, id))[2]).toMatch(/^replacement-cancelled .*après-midi\. Classe fermée$/);
  expect(await toldOf(elsewhere, id)).toEqual([]);
});

test('HR that booked somebody is told, once, that her account was suspended: she can no longer say that she does not come', async () => {
  const substitute = await buildSubstitute(server);
  const { id, bookings } = await bookFor(substitute);
  await PersonModel.updateOne({ _id: substitute.id }, { $set: { suspendedAt: new Date() } });
  for (let i = 0; i < 2; i++) await publishEvent('accounts.rights.changed', { personId: substitute.id, clubIds: [] });
  const told = async () => (await toldOf(hr, id)).filter((one) => one.startsWith('replacement-barred'));
  await expect.poll(told).toHaveLength(1);
  expect((await told())[0]).toMatch(/matin.*après-midi/);
  expect((await ok(hr.session, get, { id })).bookings.map((booking) => booking.id).sort()).toEqual(bookings.map((one) => one.id).sort());
});

test('of somebody from outside, or of a colleague of the same commune, no other commune is told', async () => {
  const [outside, own] = [
    await bookFor(await buildSubstitute(server)),
    await bookFor(await buildSubstitute(server, { commune: 'hergnies' })),
  ];
  const other = await bookFor(await buildSubstitute(server, { commune: 'onnaing' }));
  // Told in order: what would have been told of the first two is there by now.
  await expect.poll(() => toldOf(lender, other.id)).toHaveLength(1);
  for (const { id } of [outside, own]) for (const person of [lender, elsewhere]) expect(await toldOf(person, id)).toEqual([]);
});

test('who is booked is told where she is to go now, and not of what is none of hers', async () => {
  const substitute = await buildSubstitute(server);
  const { id } = await bookFor(substitute);
  const version = async () => (await ok(hr.session, get, { id })).version;
  await ok(hr.session, edit, { id, version: await version(), urgency: 'normal' });
  await ok(hr.session, edit, { id, version: await version(), place: 'École Curie', contact: 'La directrice' });
  const changed = async () => (await toldOf(substitute, id)).filter((told) => told.startsWith('replacement-changed'));
  await expect.poll(changed).toEqual(['replacement-changed Lieu\u00a0: École Curie. En arrivant\u00a0: La directrice']);
});

test('the service is told by one mail who comes, and by another who no longer does; HR reads that it was', async () => {
  const placeEmail = 'ecole.ferry@hergnies.example';
  const substitute = await buildSubstitute(server);
  const { id, version } = await publish(hr, { slots: [am(0), pm(0)], placeEmail });
  const mails = () => mailsTo(server.dataDir, placeEmail);
  const acts = async () => (await ok(hr.session, trail, { id })).items.filter(({ action }) => action === 'place-told');
  expect(await ok(hr.session, get, { id })).toMatchObject({ placeEmail });
  expect(await ok(lender.session, get, { id })).toMatchObject({ placeEmail: '' });
  const { id: offerId } = await offer(substitute, id);
  const { items } = await ok(hr.session, book, { id, offerId, slots: [am(0), pm(0)] });
  await expect.poll(acts, { timeout: 15_000 }).toMatchObject([{ person: { id: substitute.id }, by: { name: 'Beffroi' } }]);
  await ok(hr.session, cancelBooking, { id: items[0]?.id as string, reason: 'Classe en sortie' });
  await expect.poll(acts, { timeout: 15_000 }).toHaveLength(2);
  expect(mails()).toHaveLength(2);
  expect(mails().every((mail) => !mail.includes('Classe en sortie'))).toBe(true);
  await refused(hr.session, edit, { id, version, placeEmail: 'école' }, 'invalid-input');
  await ok(hr.session, edit, { id, version: (await ok(hr.session, get, { id })).version, placeEmail: '' });
  expect(await ok(hr.session, get, { id })).toMatchObject({ placeEmail: '' });
});
