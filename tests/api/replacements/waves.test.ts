import { contract } from '@beffroi/shared/contract';
import { parisClock } from '@beffroi/shared/core/half-days';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { ReplacementModel } from '../../../server/src/features/replacements/replacement.model.ts';
import { sendDueWaves } from '../../../server/src/features/replacements/send-waves.ts';
import { SolicitationModel } from '../../../server/src/features/replacements/solicitation.model.ts';
import { warnOfRisks } from '../../../server/src/features/replacements/warn-of-risk.ts';
import { SubstituteModel } from '../../../server/src/features/substitutes/substitute.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { mailsTo } from '../../support/outbox.ts';
import { am, buildHr, buildSubstitute, offer, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { book, get, saveSettings, settings } = contract.replacements;

let server: Server;
let hr: TestPerson;
let administrator: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  administrator = await buildPerson(server, { administrator: true });
});
// Each test has the pool to itself.
beforeEach(() => SubstituteModel.deleteMany({}));

const people = (count: number): Promise<TestPerson[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => buildSubstitute(server, { minutesThisYear: index * 60 })));
const idsOf = (told: readonly TestPerson[]): string[] => told.map(({ id }) => id).sort();
const toldOf = async (replacementId: string): Promise<string[]> =>
  (await SolicitationModel.find({ replacementId }).lean()).map(({ substituteId }) => substituteId).sort();
const bellsOf = (id: string) => NotificationModel.find({ 'about.id': id, kind: 'replacement-wanted' }).lean();
const firstWave = (id: string) => eventually(async () => expect(await ok(hr.session, get, { id })).toMatchObject({ waves: { number: 1 } }));
/** The instant the next wave is due, and a little more. */
const due = async (id: string): Promise<Date> =>
  new Date(((await ReplacementModel.findById(id).lean())?.nextWaveAt?.getTime() ?? 0) + 1_000);

describe('waves', () => {
  test('the first leaves at once, to those with the fewest hours; each is told once, by bell and by mail', async () => {
    await ok(administrator.session, saveSettings, { people: 3, minutes: 7, riskHours: 4 });
    const pool = await people(5);
    await buildSubstitute(server, { metiers: ['agent-restauration'] });
    await buildSubstitute(server, { commune: 'anzin', agreed: false });
    const { id } = await publish(hr);
    await firstWave(id);
    expect(await toldOf(id)).toEqual(idsOf(pool.slice(0, 3)));
    const { waves } = await ok(hr.session, get, { id });
    expect(waves).toMatchObject({ number: 1, told: 3 });
    expect(Date.parse(waves.nextAt as string) - Date.now()).toBeGreaterThan(6 * 60_000);
    await eventually(async () => expect(await bellsOf(id)).toHaveLength(3));
    for (const { email } of pool.slice(0, 3)) await eventually(() => expect(mailsTo(server.dataDir, email)).toHaveLength(1));
    expect(pool.slice(3).flatMap(({ email }) => mailsTo(server.dataDir, email))).toEqual([]);
    expect((await bellsOf(id))[0]).toMatchObject({
      by: { id: hr.id },
      about: { kind: 'replacement', place: 'Hergnies', path: `/remplacements/${id}` },
    });
  });

  test('the next tells those who were not told, until there is nobody left', async () => {
    await ok(administrator.session, saveSettings, { people: 3, minutes: 5, riskHours: 4 });
    const pool = await people(5);
    const { id } = await publish(hr);
    await firstWave(id);
    await sendDueWaves(await due(id));
    expect(await toldOf(id)).toEqual(idsOf(pool));
    await sendDueWaves(await due(id));
    expect(await ok(hr.session, get, { id })).toMatchObject({ waves: { number: 2, told: 5, nextAt: null } });
    await eventually(async () => expect(await bellsOf(id)).toHaveLength(5));
  });

  test('none leaves once the need is filled; one leaves at once when a booking is cancelled', async () => {
    await ok(administrator.session, saveSettings, { people: 2, minutes: 5, riskHours: 4 });
    const pool = await people(4);
    const { id } = await publish(hr, { slots: [am(0)] });
    await firstWave(id);
    const { id: offerId } = await offer(pool[0] as TestPerson, id);
    const { items } = await ok(hr.session, book, { id, offerId, slots: [am(0)] });
    await sendDueWaves(await due(id));
    expect(await toldOf(id)).toEqual(idsOf(pool.slice(0, 2)));
    expect((await ReplacementModel.findById(id).lean())?.nextWaveAt).toBeUndefined();
    await ok(hr.session, contract.replacements.cancelBooking, { id: items[0]?.id as string });
    // She whose booking it was knows; the fewest hours come first again, those told before among them.
    await eventually(async () => expect(await toldOf(id)).toEqual(idsOf(pool.slice(0, 3))));
    await sendDueWaves(await due(id));
    expect(await toldOf(id)).toEqual(idsOf(pool));
  });

  test('begun by two processes, or begun again after a crash, a wave is the same and tells nobody twice', async () => {
    await ok(administrator.session, saveSettings, { people: 3, minutes: 5, riskHours: 4 });
    const pool = await people(9);
    const { id } = await publish(hr);
    await firstWave(id);
    // A process decided who is in the second wave, told one of them, and died.
    const planned = { number: 2, people: pool.slice(3, 6).map((one) => one.id), at: new Date() };
    await ReplacementModel.updateOne({ _id: id }, { $set: { planned, nextWaveAt: new Date() } });
    await SolicitationModel.create({ replacementId: id, substituteId: planned.people[0], wave: 2, at: planned.at, until: new Date() });
    await Promise.all(Array.from({ length: 4 }, () => sendDueWaves(new Date())));
    // The application itself may be the one that took it over.
    await eventually(async () => expect(await toldOf(id)).toEqual(idsOf(pool.slice(0, 6))));
    await eventually(async () => expect(await ok(hr.session, get, { id })).toMatchObject({ waves: { number: 2, told: 6 } }));
    await eventually(async () => expect((await bellsOf(id)).map(({ personId }) => personId).sort()).toEqual(idsOf(pool.slice(0, 6))));
  });
});

describe('risk', () => {
  test('HR is warned once of a half-day that comes near without anybody', async () => {
    const { id, slots } = await publish(hr, { slots: [am(0)] });
    const begins = new Date(`${slots[0]?.date}T00:00:00Z`);
    const warned = () => NotificationModel.find({ 'about.id': id, kind: 'replacement-at-risk' }).lean();
    await warnOfRisks(new Date(begins.getTime() - 86_400_000));
    expect(await warned()).toEqual([]);
    const near = new Date(begins.getTime() + 5 * 3_600_000);
    expect(parisClock(near) < `${slots[0]?.date} 08:30`).toBe(true);
    await Promise.all([warnOfRisks(near), warnOfRisks(near)]);
    await warnOfRisks(near);
    await eventually(async () => expect((await warned()).map(({ personId }) => personId)).toEqual([hr.id]));
  });
});

describe('replacements.settings', () => {
  test('are read by those the board is for', async () => {
    expect((await ok(hr.session, settings)).abilities).toEqual({ 'settings.change': false });
    await refused({ url: server.url, cookie: '' }, settings, {}, 'unauthenticated');
  });
});

describe('replacements.saveSettings', () => {
  test('are the administrator’s to change, within limits', async () => {
    const chosen = { people: 12, minutes: 10, riskHours: 6 };
    expect(await ok(administrator.session, saveSettings, chosen)).toMatchObject(chosen);
    expect(await ok(hr.session, settings)).toMatchObject({ ...chosen, trail: [] });
    const { trail } = await ok(administrator.session, settings);
    expect(trail[0]).toMatchObject({
      by: { id: administrator.id },
      changes: [{ field: 'people' }, { field: 'minutes' }, { field: 'riskHours' }],
    });
    await refused(hr.session, saveSettings, chosen, 'forbidden');
    await refused(administrator.session, saveSettings, { ...chosen, people: 0 }, 'invalid-input');
  });
});

describe('replacements.summary', () => {
  test('counts seats, and puts what cannot wait first', async () => {
    const own = await buildHr(server, 'fresnes');
    const filters = { from: am(0).date, to: am(6).date, commune: 'fresnes' };
    const urgent = await publish(own, { commune: 'fresnes', slots: [{ ...am(3), seats: 2 }] });
    await publish(own, { commune: 'fresnes', urgency: 'normal', slots: [am(1)] });
    expect(await ok(own.session, contract.replacements.summary, filters)).toMatchObject({
      counts: { missing: 3, offered: 0, filled: 0, past: 0 },
      needs: 2,
      urgent: [{ id: urgent.id }],
    });
    const guest = await buildPerson(server, { commune: null });
    await refused(guest.session, contract.replacements.summary, {}, 'not-found');
  });
});
