import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '@beffroi/shared/contract';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { readEnv } from '../../../server/src/env.ts';
import { ApplicationModel, type ApplicationRecord } from '../../../server/src/features/applications/application.model.ts';
import { eraseApplications } from '../../../server/src/features/applications/commands/erase-applications.ts';
import { sweepApplications } from '../../../server/src/features/applications/settle-application.ts';
import { atInstant } from '../../../server/src/platform/clock.ts';
import { createFileStore } from '../../../server/src/platform/files.ts';
import { ok, refused } from '../../support/api-client.ts';
import { applicationsSettled, buildApplication, inDays, planInterview } from '../../support/applications.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildVacancy } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { get, plan, decide, withdraw, trail, calendar } = contract.applications;

let server: Server;
let hr: TestPerson;
let applicant: TestPerson;
const anonymous = () => ({ url: server.url, cookie: '' });
beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['agent', 'hr'], name: 'Service RH, Anzin' });
  applicant = await buildPerson(server, { commune: 'onnaing' });
});

const build = async () => buildApplication(applicant, (await buildVacancy(hr, { title: 'ATSEM, école Jules-Ferry' })).id);
const record = (id: string) => ApplicationModel.findById(id).orFail().lean<ApplicationRecord>();
const toldOf = async (person: TestPerson, id: string) =>
  (await ok(person.session, contract.notifications.list, {})).items.filter(({ about }) => about?.id === id).map(({ kind }) => kind);
const filesOf = async (id: string) => (await record(id)).files.map(({ key }) => key);
const onDisk = (key: string): boolean => existsSync(join(server.dataDir, 'files', key.slice(-2), key));

const readCalendar = async (person: TestPerson, id: string) => {
  const answer = await fetch(`${server.url}/api/applications/${id}/interview/calendar`, { headers: { cookie: person.session.cookie } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
  const component = new ICAL.Component(ICAL.parse(await answer.text()));
  return {
    method: component.getFirstPropertyValue('method'),
    event: new ICAL.Event(component.getFirstSubcomponent('vevent') ?? undefined),
  };
};

describe('applications.plan', () => {
  test('proposes an interview, which the applicant reads and is told of', async () => {
    const at = inDays(4);
    const application = await build();
    const planned = await planInterview(hr, application, { at });
    expect(planned).toMatchObject({ state: 'interview', version: 2, interview: { at, minutes: 45, place: 'Mairie d’Anzin, salle 2' } });
    expect(await ok(applicant.session, get, { id: application.id })).toMatchObject({ state: 'interview', interview: { at } });
    await applicationsSettled();
    await expect.poll(() => toldOf(applicant, application.id)).toEqual(['application-interview']);
  });
  test('refuses the past, a version that is not the last, and those who may not', async () => {
    const { id } = await build();
    const input = { id, version: 1, at: inDays(3), minutes: 45, place: 'Mairie', note: '' };
    for (const days of [-1, 400]) await refused(hr.session, plan, { ...input, at: inDays(days) }, 'invalid-input');
    await refused(hr.session, plan, { ...input, place: ' ' }, 'invalid-input');
    expect((await refused(hr.session, plan, { ...input, version: 9 }, 'conflict')).current).toMatchObject({ id, version: 1 });
    await refused(applicant.session, plan, input, 'forbidden');
    await refused((await buildPerson(server)).session, plan, input, 'not-found');
    await refused(anonymous(), plan, input, 'unauthenticated');
  });
});

describe('applications.calendar', () => {
  test('gives both sides the same appointment, moved and called off with it', async () => {
    const at = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 86_400_000);
    const application = await build();
    await refused(applicant.session, calendar, { id: application.id }, 'not-found');
    const first = await planInterview(hr, application, { at: at.toISOString() });
    const [own, theirs] = [await readCalendar(applicant, application.id), await readCalendar(hr, application.id)];
    expect(own.event.uid).toBe(theirs.event.uid);
    expect(own.event.startDate.toJSDate()).toEqual(at);
    expect(own.event.location).toBe('Mairie d’Anzin, salle 2');
    expect(own.event.summary).toContain('ATSEM, école Jules-Ferry');
    const later = new Date(at.getTime() + 3_600_000);
    await planInterview(hr, first, { at: later.toISOString() });
    const moved = await readCalendar(applicant, application.id);
    expect(moved.event.uid).toBe(own.event.uid);
    expect(moved.event.sequence).toBeGreaterThan(own.event.sequence);
    expect(moved.event.startDate.toJSDate()).toEqual(later);
    await ok(applicant.session, withdraw, { id: application.id });
    expect((await readCalendar(hr, application.id)).method).toBe('CANCEL');
    await refused(anonymous(), calendar, { id: application.id }, 'unauthenticated');
  });
});

describe('applications.decide', () => {
  test('declines with the message HR wrote, and may take it up again', async () => {
    const application = await build();
    const declined = await ok(hr.session, decide, {
      id: application.id,
      version: 1,
      decision: 'declined',
      message: 'Merci, pas cette fois.',
    });
    expect(declined).toMatchObject({ state: 'declined', message: 'Merci, pas cette fois.', abilities: { 'application.choose': true } });
    expect((await ok(applicant.session, get, { id: application.id })).message).toBe('Merci, pas cette fois.');
    await ok(hr.session, decide, { id: application.id, version: 2, decision: 'chosen', message: 'Finalement, bienvenue.' });
    await applicationsSettled();
    await expect.poll(() => toldOf(applicant, application.id)).toEqual(['application-decision', 'application-decision']);
  });
  test('lets one decision win', async () => {
    const { id } = await build();
    const decisions = (['chosen', 'declined', 'chosen', 'declined'] as const).map((decision) => ({
      id,
      version: 1,
      decision,
      message: 'Bonjour.',
    }));
    const answers = await Promise.allSettled(decisions.map((input) => ok(hr.session, decide, input)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
  test('is HR’s, in words', async () => {
    const { id } = await build();
    const input = { id, version: 1, decision: 'chosen' as const, message: 'Bienvenue.' };
    await refused(applicant.session, decide, input, 'forbidden');
    await refused(hr.session, decide, { ...input, message: '' }, 'invalid-input');
    await refused((await buildPerson(server, { commune: 'onnaing', roles: ['hr'] })).session, decide, input, 'not-found');
    await refused(anonymous(), decide, input, 'unauthenticated');
  });
});

describe('applications.withdraw', () => {
  test('erases the files at once, tells HR, and lets one apply again', async () => {
    const vacancy = await buildVacancy(hr);
    const application = await buildApplication(applicant, vacancy.id);
    const [key = ''] = await filesOf(application.id);
    expect(onDisk(key)).toBe(true);
    expect(await ok(applicant.session, withdraw, { id: application.id })).toMatchObject({
      state: 'withdrawn',
      letter: '',
      files: [],
      contact: null,
    });
    await ok(applicant.session, withdraw, { id: application.id });
    await applicationsSettled();
    expect(onDisk(key)).toBe(false);
    await expect.poll(() => toldOf(hr, application.id)).toContain('application-withdrawn');
    expect((await buildApplication(applicant, vacancy.id)).id).not.toBe(application.id);
  });
  test('is the applicant’s, until it is declined', async () => {
    const { id } = await build();
    await refused(hr.session, withdraw, { id }, 'forbidden');
    await refused((await buildPerson(server)).session, withdraw, { id }, 'not-found');
    await refused(anonymous(), withdraw, { id }, 'unauthenticated');
    await refused(applicant.session, withdraw, { id: '' }, 'invalid-input');
    await ok(hr.session, decide, { id, version: 1, decision: 'declined', message: 'Merci.' });
    await refused(applicant.session, withdraw, { id }, 'forbidden');
  });
});

describe('applications.trail', () => {
  test('names who acted for the commune, and holds not a word of what was written', async () => {
    const application = await build();
    await fetch(`${server.url}/api/applications/${application.id}/files/cv`, { headers: { cookie: hr.session.cookie } });
    await planInterview(hr, application);
    const { items } = await ok(hr.session, trail, { id: application.id });
    expect(items.map(({ act, by }) => [act, by?.name ?? null])).toEqual([
      ['interview-set', 'Service RH, Anzin'],
      ['read', 'Service RH, Anzin'],
      ['sent', null],
    ]);
    expect(JSON.stringify(items)).not.toContain('Mairie');
    await refused(applicant.session, trail, { id: application.id }, 'forbidden');
    await refused(anonymous(), trail, { id: application.id }, 'unauthenticated');
  });
});

describe('what a commune keeps of candidates', () => {
  const files = () => createFileStore(readEnv({ DATA_DIR: server.dataDir }));
  test('is erased two years after the last contact, and no sooner', async () => {
    const application = await build();
    const [key = ''] = await filesOf(application.id);
    await planInterview(hr, application);
    await applicationsSettled();
    const { keptUntil } = await ok(hr.session, get, { id: application.id });
    const until = new Date(keptUntil ?? 0).getTime();
    await atInstant(new Date(until - 1), () => eraseApplications(files()));
    expect(onDisk(key)).toBe(true);
    await atInstant(new Date(until), () => eraseApplications(files()));
    expect(onDisk(key)).toBe(false);
    const left = await ok(hr.session, get, { id: application.id });
    expect(left).toMatchObject({ applicant: null, contact: null, letter: '', files: [], interview: null, keptUntil: null });
    expect(JSON.stringify(await record(application.id))).not.toContain(applicant.id);
    await refused(applicant.session, get, { id: application.id }, 'not-found');
    expect((await ok(hr.session, trail, { id: application.id })).items[0]).toMatchObject({ act: 'erased', by: null });
  });
  test('is told and removed though the process died between', async () => {
    const application = await build();
    await applicationsSettled();
    const [key = ''] = await filesOf(application.id);
    const at = new Date();
    await ApplicationModel.updateOne(
      { _id: application.id },
      { $set: { files: [], doomed: [key], unsettled: new Date(0), untold: [{ kind: 'application-decision', byId: hr.id, at }] } },
    );
    await sweepApplications(files());
    expect(onDisk(key)).toBe(false);
    await expect.poll(() => toldOf(applicant, application.id)).toEqual(['application-decision']);
  });
  test('never shows an application whose files did not come, and forgets it', async () => {
    const application = await build();
    await applicationsSettled();
    await ApplicationModel.updateOne({ _id: application.id }, { $set: { incoming: new Date(0) }, $unset: { current: 1 } });
    await refused(hr.session, get, { id: application.id }, 'not-found');
    await sweepApplications(files());
    expect(await ApplicationModel.exists({ _id: application.id })).toBeNull();
  });
});
