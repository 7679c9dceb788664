import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ApplicationModel } from '../../../server/src/features/applications/application.model.ts';
import { expectProblem, ok, refused } from '../../support/api-client.ts';
import { applicationsSettled, buildApplication, sendApplication } from '../../support/applications.ts';
import { pdfFile } from '../../support/pdf-file.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildVacancy } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { get, mine, ofVacancy, download } = contract.applications;

let server: Server;
let hr: TestPerson;
let hrElsewhere: TestPerson;
let applicant: TestPerson;
let vacancyId: string;
const anonymous = () => ({ url: server.url, cookie: '' });

beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['agent', 'hr'] });
  hrElsewhere = await buildPerson(server, { commune: 'onnaing', roles: ['agent', 'hr'] });
  applicant = await buildPerson(server, { commune: 'onnaing', name: 'ATSEM, Onnaing' });
  vacancyId = (await buildVacancy(hr, { title: 'ATSEM à mi-temps' })).id;
});

const fileOf = (person: TestPerson, id: string, file = 'cv') =>
  fetch(`${server.url}/api/applications/${id}/files/${file}`, { headers: { cookie: person.session.cookie } });

describe('applications.apply', () => {
  test('gives HR the letter and the files, under names of ours, and keeps them two years', async () => {
    const application = await buildApplication(applicant, vacancyId, {
      letterFile: pdfFile('lettre'),
      fields: { phone: '03 27 00 00 00' },
    });
    expect(application).toMatchObject({ state: 'received', vacancy: { title: 'ATSEM à mi-temps', commune: { slug: 'anzin' } } });
    const seen = await ok(hr.session, get, { id: application.id });
    expect(seen).toMatchObject({
      letter: 'Votre offre m’intéresse.',
      contact: { email: applicant.email, phone: '03 27 00 00 00' },
      files: [
        { file: 'cv', name: 'CV (ATSEM, Onnaing).pdf' },
        { file: 'letter', name: 'Lettre de motivation (ATSEM, Onnaing).pdf' },
      ],
    });
    const years = new Date(seen.keptUntil ?? 0).getUTCFullYear() - new Date(seen.sentAt).getUTCFullYear();
    expect(years).toBe(2);
    const file = await fileOf(hr, application.id);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(file.headers.get('cache-control')).toBe('private, no-store');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdfFile());
  });

  test('is one a person and a vacancy, whatever is sent at once', async () => {
    const { id } = await buildVacancy(hr);
    const answers = await Promise.all(Array.from({ length: 6 }, () => sendApplication(applicant.session, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await ok(hr.session, ofVacancy, { id })).items).toHaveLength(1);
    expect(await ApplicationModel.countDocuments({ vacancyId: id })).toBe(1);
  });

  test('sent again with its key is answered as the first time', async () => {
    const { id } = await buildVacancy(hr);
    const fields = { idempotencyKey: crypto.randomUUID() };
    const first = await buildApplication(applicant, id, { fields });
    expect((await buildApplication(applicant, id, { fields })).id).toBe(first.id);
  });

  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['a page', new Uint8Array(Buffer.from('<html><script>alert(1)</script></html>'))],
    ['a program', new Uint8Array(Buffer.from('MZ\u0090'))],
    ['nothing', new Uint8Array()],
  ])('refuses %s as a CV', async (_what, cv) => {
    const { id } = await buildVacancy(hr);
    expectProblem(await sendApplication(applicant.session, id, { cv }), 'unsupported-document');
  });

  test('refuses a file of more than five megabytes, no CV, no letter', async () => {
    const { id } = await buildVacancy(hr);
    const heavy = new Uint8Array(5 * 1024 * 1024 + 1);
    heavy.set(pdfFile());
    expectProblem(await sendApplication(applicant.session, id, { cv: heavy }), 'too-large');
    expectProblem(await sendApplication(applicant.session, id, { cv: null }), 'invalid-input');
    expectProblem(await sendApplication(applicant.session, id, { fields: { letter: ' \u200b ' } }), 'invalid-input');
    expect((await ok(hr.session, ofVacancy, { id })).items).toEqual([]);
  });

  test('is for agents and substitutes, while the vacancy is open, and not for who fills it', async () => {
    expectProblem(await sendApplication(anonymous(), vacancyId), 'unauthenticated');
    expectProblem(await sendApplication(hr.session, vacancyId), 'forbidden');
    const guest = await buildPerson(server, { commune: null });
    expectProblem(await sendApplication(guest.session, vacancyId), 'not-found');
    const draft = await buildVacancy(hr, { publish: false });
    expectProblem(await sendApplication(applicant.session, draft.id), 'not-found');
    const closed = await buildVacancy(hr);
    await ok(hr.session, contract.vacancies.close, { id: closed.id, as: 'withdrawn' });
    expectProblem(await sendApplication(applicant.session, closed.id), 'forbidden');
    const substitute = await buildPerson(server, { commune: null, substitute: true });
    await buildApplication(substitute, vacancyId);
  });

  test('tells that commune’s HR, without a word of the letter', async () => {
    const { id } = await buildVacancy(hr, { title: 'Jardinier' });
    const application = await buildApplication(applicant, id);
    await applicationsSettled();
    const told = async (person: TestPerson) =>
      (await ok(person.session, contract.notifications.list, {})).items.filter(({ about }) => about?.id === application.id);
    await expect.poll(() => told(hr)).toHaveLength(1);
    expect((await told(hr))[0]).toMatchObject({ kind: 'application-received', note: null, about: { title: 'Jardinier', place: 'Anzin' } });
    expect(await told(hrElsewhere)).toEqual([]);
    expect(await told(applicant)).toEqual([]);
  });
});

describe('applications.ofVacancy', () => {
  test('is for that commune’s HR, page by page', async () => {
    const { id } = await buildVacancy(hr);
    for (const person of await Promise.all([1, 2, 3].map(() => buildPerson(server)))) await buildApplication(person, id);
    const first = await ok(hr.session, ofVacancy, { id, limit: 2 });
    expect(first.items).toHaveLength(2);
    const rest = await ok(hr.session, ofVacancy, { id, limit: 2, cursor: first.nextCursor ?? '' });
    expect(new Set([...first.items, ...rest.items].map((item) => item.id)).size).toBe(3);
    expect(JSON.stringify(first)).not.toContain('Votre offre');
    await refused(anonymous(), ofVacancy, { id }, 'unauthenticated');
    await refused(hrElsewhere.session, ofVacancy, { id }, 'forbidden');
    await refused((await buildPerson(server, { administrator: true })).session, ofVacancy, { id }, 'forbidden');
    await refused((await buildPerson(server, { commune: null })).session, ofVacancy, { id }, 'not-found');
    await refused(hr.session, ofVacancy, { id, cursor: 'x' }, 'invalid-input');
  });
});

describe('what was sent', () => {
  let sender: TestPerson;
  let others: TestPerson[];
  let id: string;

  beforeAll(async () => {
    const { id: vacancy } = await buildVacancy(hr);
    sender = await buildPerson(server);
    id = (await buildApplication(sender, vacancy)).id;
    others = [
      applicant,
      hrElsewhere,
      await buildPerson(server, { administrator: true }),
      await buildPerson(server, { roles: ['referent'] }),
    ];
  });

  describe('applications.mine', () => {
    test('are one’s own only', async () => {
      expect((await ok(sender.session, mine, {})).items.map((item) => item.id)).toEqual([id]);
      expect((await ok(hr.session, mine, {})).items).toEqual([]);
      await refused(anonymous(), mine, {}, 'unauthenticated');
    });

    test('of one vacancy, the one that stands', async () => {
      const [first, second] = [await buildVacancy(hr), await buildVacancy(hr)];
      const person = await buildPerson(server);
      const taken = await buildApplication(person, first.id);
      await buildApplication(person, second.id);
      await ok(person.session, contract.applications.withdraw, { id: taken.id });
      expect((await ok(person.session, mine, { vacancy: first.id })).items).toEqual([]);
      const again = await buildApplication(person, first.id);
      expect((await ok(person.session, mine, { vacancy: first.id })).items.map((item) => item.id)).toEqual([again.id]);
      expect((await ok(sender.session, mine, { vacancy: first.id })).items).toEqual([]);
      await refused(sender.session, mine, { vacancy: 'x'.repeat(65) }, 'invalid-input');
      await refused(sender.session, mine, { cursor: 'x' }, 'invalid-input');
    });
  });

  describe('applications.get', () => {
    test('is for who sent it and that commune’s HR, and for nobody else', async () => {
      for (const { session } of [sender, hr]) expect(await ok(session, get, { id })).toMatchObject({ id });
      for (const { session } of others) await refused(session, get, { id }, 'not-found');
      await refused(anonymous(), get, { id }, 'unauthenticated');
      await refused(sender.session, get, { id: 'x'.repeat(65) }, 'invalid-input');
    });
  });

  describe('applications.download', () => {
    test('is for who sent it and that commune’s HR, and for nobody else', async () => {
      for (const person of [sender, hr]) expect((await fileOf(person, id)).status).toBe(200);
      for (const { session } of others) await refused(session, download, { id, file: 'cv' }, 'not-found');
      await refused(anonymous(), download, { id, file: 'cv' }, 'unauthenticated');
      await refused(sender.session, download, { id, file: 'letter' }, 'not-found');
      await refused(sender.session, download, { id, file: '../cv' as 'cv' }, 'invalid-input');
    });
  });
});
