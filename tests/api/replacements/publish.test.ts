import { contract } from '@beffroi/shared/contract';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { am, buildHr, day, MONDAY, pm, publish } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestPerson } from '../../support/world.ts';

const { attention, edit, get, list, places, trail } = contract.replacements;
const create = contract.replacements.publish;
const NEED = { commune: 'hergnies', metier: 'atsem', place: 'École Jules-Ferry', urgency: 'high', slots: [am(0)] } as const;

let server: Server;
let hr: TestPerson;
let agent: TestPerson;
let guest: TestPerson;
let administrator: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  agent = await buildPerson(server, { commune: 'onnaing' });
  guest = await buildPerson(server, { commune: null, clubs: [[await buildClub(), 'guest']] });
  administrator = await buildPerson(server, { administrator: true });
});

describe('replacements.publish', () => {
  test('publishes a need with the usual hours, nobody found yet', async () => {
    const need = await publish(hr, {
      slots: [pm(1), { ...am(0), start: '07:20', end: '11:30', seats: 2 }],
      contact: 'Directrice',
      note: 'Classe de PS.',
    });
    expect(need).toMatchObject({
      commune: { slug: 'hergnies', name: 'Hergnies' },
      metier: 'atsem',
      diploma: null,
      state: 'missing',
      version: 1,
      contact: 'Directrice',
      publishedBy: { id: hr.id },
      waves: { number: 0, told: 0 },
      counts: { missing: 3, offered: 0, filled: 0, past: 0 },
      slots: [
        { ...am(0), start: '07:20', end: '11:30', seats: 2, booked: 0, state: 'missing' },
        { ...pm(1), start: '13:30', end: '17:00', seats: 1, state: 'missing' },
      ],
      abilities: { 'replacement.edit': true, 'replacement.book': true, 'replacement.offer': false },
    });
  });

  test('publishes one, however often it is sent with one key', async () => {
    const idempotencyKey = crypto.randomUUID();
    const first = await publish(hr, { idempotencyKey });
    expect((await publish(hr, { idempotencyKey })).id).toBe(first.id);
  });

  test('is for the HR of that commune alone', async () => {
    await refused({ url: server.url, cookie: '' }, create, NEED, 'unauthenticated');
    await refused(guest.session, create, NEED, 'not-found');
    await refused(agent.session, create, NEED, 'forbidden');
    await refused(administrator.session, create, NEED, 'forbidden');
    await refused((await buildHr(server, 'onnaing')).session, create, NEED, 'forbidden');
  });

  test.each([
    ['a métier there is not', { metier: 'dompteur' }],
    ['a diploma there is not', { diploma: 'bac-moins-cinq' }],
    ['a place nobody sees', { place: '\u200b' }],
    ['no half-day', { slots: [] }],
    ['the same half-day twice', { slots: [am(0), am(0)] }],
    ['a date there is not', { slots: [{ date: '2027-02-30', half: 'am' }] }],
    ['an end before its start', { slots: [{ ...am(0), start: '12:00', end: '08:00' }] }],
    ['an afternoon that begins in the morning', { slots: [{ ...am(0), end: '14:00' }, pm(0)] }],
    ['no seat', { slots: [{ ...am(0), seats: 0 }] }],
    ['a day gone by', { slots: [{ date: addDays(parisDate(new Date()), -1), half: 'am' }] }],
    ['days too far apart', { slots: [am(0), am(70)] }],
    ['a day of another decade', { slots: [{ date: `${Number(MONDAY.slice(0, 4)) + 10}-03-01`, half: 'am' }] }],
    ['a half-day of a day and a night', { slots: [{ ...am(0), start: '00:00', end: '23:59' }] }],
  ])('refuses %s, in words', async (_name, wrong) => {
    await refused(hr.session, create, { ...NEED, ...wrong }, 'invalid-input');
  });
});

describe('replacements.edit', () => {
  test('changes what is told of it and adds half-days; what was cancelled may be wanted again', async () => {
    const { id, version } = await publish(hr);
    const edited = await ok(hr.session, edit, { id, version, place: 'École Pasteur', urgency: 'normal', addSlots: [am(3)] });
    expect(edited).toMatchObject({ place: 'École Pasteur', urgency: 'normal', counts: { missing: 3 } });
    expect(edited.version).toBeGreaterThan(version);
    await ok(hr.session, contract.replacements.cancel, { id, slots: [am(3)] });
    const again = await ok(hr.session, edit, { id, version: edited.version, addSlots: [am(3)] });
    expect(again.slots.filter(({ date }) => date === day(3))).toMatchObject([{ state: 'missing' }]);
    await eventually(async () => {
      const { items } = await ok(hr.session, trail, { id });
      const byPeople = items.map(({ action }) => action).filter((action) => action !== 'wave-told');
      expect(byPeople).toEqual(['slots-added', 'slots-cancelled', 'slots-added', 'changed', 'published']);
    });
  });

  test('does not write over what a colleague changed meanwhile', async () => {
    const { id, version } = await publish(hr);
    await ok(hr.session, edit, { id, version, note: 'Portail vert.' });
    const problem = await refused(hr.session, edit, { id, version, note: 'Portail bleu.' }, 'conflict');
    expect(problem.current).toMatchObject({ note: 'Portail vert.' });
  });

  test('is for the HR of that commune alone, in words', async () => {
    const { id, version } = await publish(hr);
    await refused(guest.session, edit, { id, version, note: 'x' }, 'not-found');
    await refused(agent.session, edit, { id, version, note: 'x' }, 'forbidden');
    await refused(hr.session, edit, { id, version, addSlots: [am(0)] }, 'invalid-input');
    await refused(hr.session, edit, { id: 'f'.repeat(24), version, note: 'x' }, 'not-found');
  });
});

describe('replacements.get', () => {
  test('tells agents what is wanted, not whom to ask for nor who acted', async () => {
    const { id } = await publish(hr, { contact: 'Directrice, 03 27 00 00 00', note: 'Classe de PS.' });
    expect(await ok(agent.session, get, { id })).toMatchObject({
      contact: '',
      note: 'Classe de PS.',
      publishedBy: null,
      offers: [],
      mine: null,
    });
    expect(await ok(administrator.session, get, { id })).toMatchObject({
      contact: 'Directrice, 03 27 00 00 00',
      abilities: { 'replacement.see-people': true, 'replacement.book': false, 'replacement.edit': false },
    });
    await refused(guest.session, get, { id }, 'not-found');
    const outsider = await buildPerson(server, { commune: null, substitute: true });
    await refused(outsider.session, get, { id }, 'not-found');
  });
});

describe('replacements.list', () => {
  test('gives the needs of a week by when they begin, page by page, by commune and by métier', async () => {
    const week = { from: day(14), to: day(20), commune: 'vieux-conde' };
    const own = await buildHr(server, 'vieux-conde');
    const ids: string[] = [];
    for (const index of [16, 14, 15]) ids.push((await publish(own, { commune: 'vieux-conde', slots: [am(index)] })).id);
    await publish(own, { commune: 'vieux-conde', slots: [am(21)] });
    const page = await ok(agent.session, list, { ...week, limit: 2 });
    expect(page.items.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    const rest = await ok(agent.session, list, { ...week, limit: 2, cursor: page.nextCursor as string });
    expect(rest).toMatchObject({ items: [{ id: ids[0] }], nextCursor: null, abilities: { 'replacement.publish': [] } });
    expect((await ok(agent.session, list, { ...week, metier: 'agent-restauration' })).items).toEqual([]);
    expect((await ok(agent.session, list, { ...week, state: 'missing' })).items).toHaveLength(3);
    expect((await ok(agent.session, list, { ...week, state: 'filled' })).items).toEqual([]);
  });

  test('says for whom the reader publishes, and is not for guests', async () => {
    expect((await ok(hr.session, list, {})).abilities).toEqual({ 'replacement.publish': ['hergnies'] });
    await refused(guest.session, list, {}, 'not-found');
    await refused(hr.session, list, { from: MONDAY, to: addDays(MONDAY, -1) }, 'invalid-input');
    await refused(hr.session, list, { from: MONDAY, to: addDays(MONDAY, 60) }, 'invalid-input');
    await refused(hr.session, list, { cursor: 'nulle-part' }, 'invalid-input');
  });
});

describe('replacements.places', () => {
  test('gives the places of the commune, each once, the latest first, with the address told last', async () => {
    const own = await buildHr(server, 'fresnes');
    for (const [index, place] of ['École A', 'École B', 'École A'].entries())
      await publish(own, { commune: 'fresnes', place, slots: [am(index)], placeEmail: index === 2 ? 'a@fresnes.example' : '' });
    const { items } = await ok(own.session, places, { commune: 'fresnes' });
    expect(items.map(({ place, placeEmail }) => [place, placeEmail])).toEqual([
      ['École A', 'a@fresnes.example'],
      ['École B', ''],
    ]);
    await refused(hr.session, places, { commune: 'fresnes' }, 'forbidden');
    await refused(guest.session, places, { commune: 'fresnes' }, 'not-found');
  });
});

describe('replacements.attention', () => {
  test('counts the seats to fill of the communes one acts for', async () => {
    const own = await buildHr(server, 'quievrechain');
    expect(await ok(own.session, attention)).toEqual({ missing: 0, asked: [], toConfirm: 0 });
    await publish(own, { commune: 'quievrechain', slots: [{ ...am(0), seats: 3 }, pm(0)] });
    expect(await ok(own.session, attention)).toEqual({ missing: 4, asked: [], toConfirm: 0 });
    await refused(guest.session, attention, {}, 'not-found');
  });
});
