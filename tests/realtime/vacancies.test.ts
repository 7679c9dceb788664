import { contract } from '@beffroi/shared/contract';
import { VACANCIES_ROOM } from '@beffroi/shared/core/rooms';
import { beforeAll, expect, test } from 'vitest';
import { ok } from '../support/api-client.ts';
import { listen } from '../support/socket-client.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildVacancy } from '../support/vacancies.ts';
import { buildClub, buildPerson, type TestPerson } from '../support/world.ts';

let server: Server;
let hr: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { commune: 'anzin', roles: ['agent', 'hr'] });
});

test('agents hear of an offer published, corrected and closed by its id alone; of a draft they do not', async () => {
  const inside = await listen((await buildPerson(server, { commune: 'onnaing' })).session);
  expect(await inside.watch(VACANCIES_ROOM)).toEqual({ ok: true });
  const draft = await buildVacancy(hr, { publish: false });
  const corrected = await ok(hr.session, contract.vacancies.edit, { id: draft.id, version: 1, place: 'École' });
  const { id } = await buildVacancy(hr);
  expect(await inside.hears('vacancy.created', (event) => event.id === id)).toEqual({ id, version: 1 });
  await ok(hr.session, contract.vacancies.edit, { id, version: 1, place: 'Crèche' });
  await inside.hears('vacancy.updated', (event) => event.id === id && event.version === 2);
  await ok(hr.session, contract.vacancies.close, { id, as: 'filled' });
  await inside.hears('vacancy.updated', (event) => event.id === id && event.version === 3);
  expect(inside.heard.filter(({ payload }) => (payload as { id?: string })?.id === draft.id)).toEqual([]);
  await ok(hr.session, contract.vacancies.publish, { id: draft.id });
  await inside.hears('vacancy.created', (event) => event.id === draft.id && event.version === corrected.version + 1);
});

test('guests of a club hear nothing', async () => {
  const guest = await listen((await buildPerson(server, { commune: null, clubs: [[await buildClub(), 'guest']] })).session);
  expect(await guest.watch(VACANCIES_ROOM)).toMatchObject({ ok: false, problem: { code: 'not-found', status: 404 } });
  const inside = await listen(hr.session);
  await inside.watch(VACANCIES_ROOM);
  const { id } = await buildVacancy(hr);
  await inside.hears('vacancy.created', (event) => event.id === id);
  // Nothing reaches a listener before what it asks and is answered later.
  await guest.unwatch(VACANCIES_ROOM);
  expect(guest.heard.filter(({ payload }) => (payload as { id?: string })?.id === id)).toEqual([]);
});
