import { contract } from '@beffroi/shared/contract';
import { minutesOf, slotStart } from '@beffroi/shared/core/half-days';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { am, buildHr, buildSubstitute, offer, pm, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { book, bookingCalendar, calendar, cancelBooking, edit } = contract.replacements;

let server: Server;
let hr: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
});
const anonymous = () => ({ url: server.url, cookie: '' });

const readCalendar = async (person: TestPerson, path: string): Promise<ICAL.Event[]> => {
  const answer = await fetch(`${server.url}/api${path}`, { headers: { cookie: person.session.cookie } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
  const parsed = new ICAL.Component(ICAL.parse(await answer.text()));
  return parsed.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
};
const uids = (events: ICAL.Event[]) => events.map(({ uid }) => uid);

const bookFor = async (substitute: TestPerson, slots: ReturnType<typeof am>[], contact = 'La directrice, au portail') => {
  const need = await publish(hr, { slots, contact });
  const { id: offerId } = await offer(substitute, need.id);
  const { items } = await ok(hr.session, book, { id: need.id, offerId, slots });
  return { need, items };
};

describe('replacements.bookingCalendar', () => {
  test('gives the half-days of one need, at their place and hours, as they are told of last', async () => {
    const substitute = await buildSubstitute(server, { commune: 'anzin' });
    const { need, items } = await bookFor(substitute, [am(0), pm(0)]);
    await bookFor(await buildSubstitute(server), [am(0)]);
    await bookFor(substitute, [am(1)]);
    const path = `/bookings/${items[0]?.id}/calendar`;
    const [first, second, ...more] = await readCalendar(substitute, path);
    expect(more).toEqual([]);
    const [morning] = need.slots;
    expect(first?.startDate.toJSDate()).toEqual(morning && slotStart(morning));
    expect(first?.duration.toSeconds()).toBe((morning ? minutesOf(morning) : 0) * 60);
    expect(first).toMatchObject({ location: 'École Jules-Ferry, Hergnies', description: 'En arrivant\u00a0: La directrice, au portail' });
    await ok(hr.session, edit, { id: need.id, version: need.version + 10, place: 'École Curie' });
    const again = await readCalendar(substitute, path);
    expect(uids(again)).toEqual([first?.uid, second?.uid]);
    expect(again[0]?.location).toBe('École Curie, Hergnies');
    expect(Number(again[0]?.sequence)).toBeGreaterThan(Number(first?.sequence));
  });

  test('is for the two sides and herself; who lends her is not told whom to ask for', async () => {
    const substitute = await buildSubstitute(server, { commune: 'anzin' });
    const id = (await bookFor(substitute, [am(2)])).items[0]?.id as string;
    const lender = await buildHr(server, 'anzin');
    const [lent] = await readCalendar(lender, `/bookings/${id}/calendar`);
    expect(lent?.description ?? '').toBe('');
    expect(lent?.summary).toContain('ATSEM');
    await refused(anonymous(), bookingCalendar, { id }, 'unauthenticated');
    await refused((await buildPerson(server, { commune: 'onnaing' })).session, bookingCalendar, { id }, 'not-found');
    await refused(hr.session, bookingCalendar, { id: 'ailleurs' }, 'not-found');
  });
});

describe('replacements.calendar', () => {
  test('gives all that is coming, of every commune, and nothing that was cancelled', async () => {
    const substitute = await buildSubstitute(server);
    await refused(substitute.session, calendar, {}, 'not-found');
    const one = await bookFor(substitute, [am(3), pm(3)]);
    await bookFor(substitute, [am(4)]);
    expect(await readCalendar(substitute, '/replacements/calendar')).toHaveLength(3);
    await ok(hr.session, cancelBooking, { id: one.items[0]?.id as string, reason: '' });
    const left = await readCalendar(substitute, '/replacements/calendar');
    expect(left.map(({ startDate }) => startDate.toJSDate().getTime())).toEqual(
      [...left.map(({ startDate }) => startDate.toJSDate().getTime())].sort((a, b) => a - b),
    );
    expect(uids(left).some((uid) => uid.includes(one.items[0]?.id as string))).toBe(false);
    expect(left).toHaveLength(2);
    await refused(anonymous(), calendar, {}, 'unauthenticated');
  });
});
