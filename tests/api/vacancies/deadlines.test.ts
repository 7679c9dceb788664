import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { VacancyModel } from '../../../server/src/features/vacancies/vacancy.model.ts';
import { lookAtDeadlines } from '../../../server/src/features/vacancies/vacancy-clock.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildVacancy, inAMonth, inDays } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { close, extend, get, publish, list, trail } = contract.vacancies;

let server: Server;
let hr: TestPerson;
let hrOther: TestPerson;
let agent: TestPerson;
let outsider: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['hr'] });
  hrOther = await buildPerson(server, { commune: 'onnaing', roles: ['hr'] });
  agent = await buildPerson(server);
  outsider = await buildPerson(server, { commune: null, substitute: true });
});

const nobody = () => ({ url: server.url, cookie: '' });
/** A vacancy published a month ago that many days before its deadline. */
const ending = async (days: number): Promise<string> => {
  const { id } = await buildVacancy(hr);
  await VacancyModel.updateOne({ _id: id }, { $set: { deadline: inDays(days), publishedAt: new Date(`${inDays(days - 31)}T09:00:00Z`) } });
  return id;
};
const askedOf = async (id: string): Promise<number> => NotificationModel.countDocuments({ 'about.id': id, kind: 'vacancy-still-open' });
const actions = async (id: string) => (await ok(hr.session, trail, { id })).items.map(({ action }) => action);

describe('a vacancy whose deadline comes', () => {
  test('is asked about some days before, once, of its own HR', async () => {
    const [soon, later] = [await ending(3), await ending(12)];
    await lookAtDeadlines();
    await lookAtDeadlines();
    await allTold();
    expect([await askedOf(soon), await askedOf(later)]).toEqual([1, 0]);
    expect(await NotificationModel.findOne({ 'about.id': soon }).lean()).toMatchObject({ personId: hr.id, about: { place: 'Anzin' } });
    expect(await ok(hr.session, get, { id: soon })).toMatchObject({ asked: true, state: 'published' });
    expect(await actions(soon)).toEqual(['asked', 'published']);
  });
  test('is answered by the links of that mail alone: HR is shown their key while she is asked, nobody else ever', async () => {
    const id = await ending(3);
    expect(await ok(hr.session, get, { id })).toMatchObject({ asked: false, answerKey: null });
    await lookAtDeadlines();
    await allTold();
    const { answerKey } = await ok(hr.session, get, { id });
    expect(answerKey).toMatch(/^[\w-]{22}$/);
    const told = await NotificationModel.findOne({ 'about.id': id }).lean();
    const paths = ['ouverte', 'pourvue', 'retiree'].map((answer) => `/emplois/${id}?reponse=${answer}&cle=${answerKey}`);
    expect(told).toMatchObject({ about: { links: paths.map((path) => ({ path })) } });
    for (const { session } of [hrOther, agent]) expect(await ok(session, get, { id })).toMatchObject({ asked: true, answerKey: null });
    await ok(hr.session, extend, { id });
    expect(await ok(hr.session, get, { id })).toMatchObject({ asked: false, answerKey: null });
  });
  test('is not asked about the week it is published', async () => {
    const { id } = await buildVacancy(hr, { nature: 'temporary', durationMonths: 2, deadline: inDays(3) });
    await lookAtDeadlines();
    await allTold();
    expect(await askedOf(id)).toBe(0);
  });
  test('stays on its last day and is archived the day after', async () => {
    const [last, past] = [await ending(0), await ending(-1)];
    // Before anything looked at it, nobody can apply any more.
    expect(await ok(agent.session, get, { id: past })).toMatchObject({ open: false, abilities: { 'vacancy.apply': false } });
    await lookAtDeadlines();
    expect(await ok(agent.session, get, { id: last })).toMatchObject({ state: 'published', open: true });
    expect(await ok(agent.session, get, { id: past })).toMatchObject({ state: 'archived', open: false });
    const { items } = await ok(agent.session, list, { state: 'archived' });
    expect(items.map(({ id }) => id)).toEqual([past]);
  });
});

describe('vacancies.extend', () => {
  test('says it is still open: a month more, whether it is archived by then or not', async () => {
    for (const days of [2, -1]) {
      const id = await ending(days);
      await lookAtDeadlines();
      const extended = await ok(hr.session, extend, { id });
      expect(extended).toMatchObject({ state: 'published', open: true, asked: false, deadline: inAMonth(), closedAt: null });
      expect(await ok(hr.session, extend, { id })).toMatchObject({ deadline: inAMonth() });
    }
  });
  test('takes another day, and none that is past', async () => {
    const { id } = await buildVacancy(hr);
    expect(await ok(hr.session, extend, { id, deadline: inDays(60) })).toMatchObject({ deadline: inDays(60) });
    await refused(hr.session, extend, { id, deadline: inDays(-1) }, 'invalid-input');
  });
  test('does not cut the month of notice short', async () => {
    const { id } = await buildVacancy(hr);
    await refused(hr.session, extend, { id, deadline: inDays(1) }, 'invalid-input');
    expect(await ok(hr.session, extend, { id: await ending(0), deadline: inDays(1) })).toMatchObject({ deadline: inDays(1) });
  });
  test('is for the HR of that commune', async () => {
    const { id } = await buildVacancy(hr);
    await refused(nobody(), extend, { id }, 'unauthenticated');
    await refused(outsider.session, extend, { id }, 'forbidden');
    await refused(agent.session, extend, { id }, 'forbidden');
    await refused(hrOther.session, extend, { id }, 'forbidden');
  });
});

describe('vacancies.close', () => {
  test('takes it out of the list, and can be undone', async () => {
    for (const as of ['filled', 'withdrawn'] as const) {
      const { id } = await buildVacancy(hr);
      expect(await ok(hr.session, close, { id, as, note: 'Mutation interne' })).toMatchObject({ state: as, open: false });
      expect((await ok(agent.session, list, {})).items.map((item) => item.id)).not.toContain(id);
      expect(await ok(agent.session, get, { id })).toMatchObject({ state: as, abilities: { 'vacancy.apply': false } });
      expect(await ok(hr.session, publish, { id })).toMatchObject({ state: 'published', closedAt: null });
      expect(await actions(id)).toEqual(['published', as, 'published']);
    }
  });
  test('and put back, it still owes its month of notice, out of sight for as long as it was', async () => {
    const { id } = await buildVacancy(hr);
    await ok(hr.session, close, { id, as: 'withdrawn' });
    await refused(hr.session, publish, { id, deadline: inDays(2) }, 'invalid-input');
    const noon = (days: number) => new Date(`${inDays(days)}T11:00:00Z`);
    await VacancyModel.updateOne({ _id: id }, { $set: { publishedAt: noon(-25), closedAt: noon(-20), deadline: inDays(7) } });
    await refused(hr.session, publish, { id, deadline: inDays(20) }, 'invalid-input');
    // Said by none, it takes one that keeps to the rule; and what was counted once stays counted.
    expect(await ok(hr.session, publish, { id })).toMatchObject({ deadline: inAMonth() });
    await refused(hr.session, extend, { id, deadline: inDays(20) }, 'invalid-input');
    await ok(hr.session, extend, { id, deadline: inDays(27) });
  });
  test('is for the HR of that commune', async () => {
    const { id } = await buildVacancy(hr);
    await refused(nobody(), close, { id, as: 'filled' }, 'unauthenticated');
    await refused(outsider.session, close, { id, as: 'filled' }, 'forbidden');
    await refused(agent.session, close, { id, as: 'filled' }, 'forbidden');
    await refused(hrOther.session, close, { id, as: 'filled' }, 'forbidden');
    await refused(hr.session, close, { id, as: 'archived' }, 'invalid-input');
  });
});
