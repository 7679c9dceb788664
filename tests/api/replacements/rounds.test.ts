import { contract } from '@beffroi/shared/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { ReplacementModel } from '../../../server/src/features/replacements/replacement.model.ts';
import { sendDueWaves } from '../../../server/src/features/replacements/send-waves.ts';
import { SolicitationModel } from '../../../server/src/features/replacements/solicitation.model.ts';
import { SubstituteModel } from '../../../server/src/features/substitutes/substitute.model.ts';
import { ok } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { am, buildHr, buildSubstitute, offer, pm, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { book, cancelBooking, edit, get, saveSettings, trail } = contract.replacements;

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

const inWaves = (people: number) => ok(administrator.session, saveSettings, { people, minutes: 5, riskHours: 4 });
const wave = (id: string, number: number) =>
  eventually(async () => expect(await ok(hr.session, get, { id })).toMatchObject({ waves: { number } }));
const bellsOf = async (id: string, people: readonly TestPerson[]): Promise<number[]> => {
  await allTold();
  const bells = await NotificationModel.find({ 'about.id': id, kind: 'replacement-wanted' }).lean();
  return people.map((one) => bells.filter(({ personId }) => personId === one.id).length);
};
const booked = async (person: TestPerson, id: string): Promise<string> => {
  const { id: offerId } = await offer(person, id);
  const { items } = await ok(hr.session, book, { id, offerId, slots: [am(0)] });
  return items[0]?.id as string;
};
/** The instant the next wave is due, and a little more. */
const due = async (id: string): Promise<Date> =>
  new Date(((await ReplacementModel.findById(id).lean())?.nextWaveAt?.getTime() ?? 0) + 1_000);

describe('who was told of a need already', () => {
  test('is told again when a booking is cancelled, once; who cancelled is not', async () => {
    await inWaves(5);
    const pool = [await buildSubstitute(server), await buildSubstitute(server), await buildSubstitute(server)];
    const [first] = pool as [TestPerson];
    const { id } = await publish(hr, { slots: [am(0)] });
    await wave(id, 1);
    await ok(first.session, cancelBooking, { id: await booked(first, id) });
    await wave(id, 2);
    expect(await bellsOf(id, pool)).toEqual([1, 2, 2]);
    const toldInTrail = async () => (await ok(hr.session, trail, { id })).items.filter(({ action }) => action === 'wave-told');
    await expect.poll(toldInTrail).toMatchObject([
      { by: { name: 'Beffroi', commune: null }, person: null, slots: [], wave: { number: 2, round: 1, people: 2 } },
      { by: { name: 'Beffroi', commune: null }, person: null, slots: [], wave: { number: 1, round: 0, people: 3 } },
    ]);
    await sendDueWaves(await due(id));
    expect(await bellsOf(id, pool)).toEqual([1, 2, 2]);
    expect(await ok(hr.session, get, { id })).toMatchObject({ waves: { number: 2, told: 3, nextAt: null } });
  });

  test('is told of half-days that are added, but for who said yes to them', async () => {
    await inWaves(5);
    const pool = [await buildSubstitute(server), await buildSubstitute(server)];
    const [first] = pool as [TestPerson];
    const { id } = await publish(hr, { slots: [am(0)] });
    await wave(id, 1);
    await ok(first.session, cancelBooking, { id: await booked(first, id) });
    await wave(id, 2);
    const { version } = await ok(hr.session, get, { id });
    await ok(hr.session, edit, { id, version, addSlots: [{ ...pm(1), start: '13:30', end: '17:00', seats: 1 }] });
    await wave(id, 3);
    expect(await bellsOf(id, pool)).toEqual([2, 3]);
    const [last] = await NotificationModel.find({ 'about.id': id, personId: first.id }).sort({ _id: -1 }).lean();
    expect(last?.note).toContain('après-midi');
  });

  test('keeps her place: in each round nobody is told before somebody who worked less this year', async () => {
    await inWaves(2);
    const hours = [4, 1, 6, 2, 5, 3];
    const pool: TestPerson[] = [];
    for (const count of hours) pool.push(await buildSubstitute(server, { minutesThisYear: count * 60 }));
    const toldInOrder = async (id: string, from: number) => {
      const told = await SolicitationModel.find({ replacementId: id, wave: { $gte: from } })
        .sort({ wave: 1 })
        .lean();
      return told.map(({ wave: number, substituteId }) => [number, hours[pool.findIndex((one) => one.id === substituteId)] as number]);
    };
    const { id } = await publish(hr, { slots: [am(0)] });
    await wave(id, 1);
    await sendDueWaves(await due(id));
    expect((await toldInOrder(id, 1)).sort()).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
      [2, 4],
    ]);
    const second = pool[hours.indexOf(2)] as TestPerson;
    await ok(second.session, cancelBooking, { id: await booked(second, id) });
    await wave(id, 3);
    await sendDueWaves(await due(id));
    await sendDueWaves(await due(id));
    expect((await toldInOrder(id, 3)).sort()).toEqual([
      [3, 1],
      [3, 3],
      [4, 4],
      [4, 5],
      [5, 6],
    ]);
  });
});
