import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '@beffroi/shared/contract';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import JSZip from 'jszip';
import { beforeAll, describe, expect, test } from 'vitest';
import { readEnv } from '../../../server/src/env.ts';
import { reviewVacancyFiles, writeVacancyFile } from '../../../server/src/features/vacancies/review-vacancy-files.ts';
import { VacancyModel } from '../../../server/src/features/vacancies/vacancy.model.ts';
import { VacancyFileModel } from '../../../server/src/features/vacancies/vacancy-file.model.ts';
import { atInstant } from '../../../server/src/platform/clock.ts';
import { createFileStore } from '../../../server/src/platform/files.ts';
import { expectProblem, ok, refused, type Session } from '../../support/api-client.ts';
import { pdfFile } from '../../support/pdf-file.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildAttached, buildVacancy, sendAttachment } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { attachment, close, detach, edit, get, remove, trail } = contract.vacancies;

let server: Server;
let hr: TestPerson;
let hrElsewhere: TestPerson;
let agent: TestPerson;
const anonymous = (): Session => ({ url: server.url, cookie: '' });

beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['agent', 'hr'] });
  hrElsewhere = await buildPerson(server, { commune: 'onnaing', roles: ['agent', 'hr'] });
  agent = await buildPerson(server, { commune: 'onnaing' });
});

const files = () => createFileStore(readEnv({ DATA_DIR: server.dataDir }));
const onDisk = (key: string): boolean => existsSync(join(server.dataDir, 'files', key.slice(-2), key));
const keyOf = async ({ id }: { id: string }): Promise<string> =>
  (await VacancyModel.findById(id).lean<{ attachment: { key: string } }>())?.attachment.key ?? '';
const filesOf = async ({ id }: { id: string }): Promise<string[]> =>
  (await VacancyFileModel.find({ vacancyId: id }).lean()).map(({ _id }) => String(_id));
const fetched = ({ session }: { session: Session }, path: string) => fetch(`${server.url}${path}`, { headers: { cookie: session.cookie } });
const wordFile = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const zip = new JSZip();
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  zip.file('[Content_Types].xml', `<Types><Override ContentType="${main}"/></Types>`).file('word/document.xml', '<w/>');
  return new Uint8Array(await zip.generateAsync({ type: 'arraybuffer' }));
};

describe('vacancies.attach', () => {
  test('joins a file, called after its own name and what it really is', async () => {
    const vacancy = await buildAttached(hr, {}, { content: await wordFile(), name: '..\\secret/Fiche d’ATSEM.exe' });
    expect(vacancy.attachment).toMatchObject({ name: 'Fiche d’ATSEM.docx', type: 'docx' });
    expect(vacancy.version).toBe(2);
    expect((await ok(agent.session, get, { id: vacancy.id })).attachment).toEqual(vacancy.attachment);
    expect((await ok(hr.session, trail, { id: vacancy.id })).items[0]).toMatchObject({ action: 'attached', note: 'Fiche d’ATSEM.docx' });
  });

  test('in the place of another, which is removed', async () => {
    const vacancy = await buildAttached(hr);
    const [before] = await filesOf(vacancy);
    const { body } = await sendAttachment(hr.session, vacancy, { content: pdfFile('Une autre'), name: 'Autre.pdf' });
    expect((body as Vacancy).attachment).toMatchObject({ name: 'Autre.pdf' });
    await expect.poll(() => filesOf(vacancy)).toEqual([await keyOf(vacancy)]);
    expect(onDisk(before as string)).toBe(false);
    expect(new Uint8Array(await (await fetched(agent, `/api/vacancies/${vacancy.id}/attachment`)).arrayBuffer())).toEqual(
      pdfFile('Une autre'),
    );
  });

  test('of two at once keeps one, and shows it to the other', async () => {
    const vacancy = await buildVacancy(hr);
    const answers = await Promise.all(
      ['Une', 'Deux', 'Trois'].map((name) => sendAttachment(hr.session, vacancy, { name: `${name}.pdf`, content: pdfFile(name) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const kept = answers.find(({ status }) => status === 200)?.body as Vacancy;
    for (const lost of answers.filter(({ status }) => status === 409)) {
      expectProblem(lost, 'conflict');
      expect((lost.body as { current: Vacancy }).current.attachment).toEqual(kept.attachment);
    }
    await expect.poll(() => filesOf(vacancy)).toEqual([await keyOf(vacancy)]);
    expect(onDisk(await keyOf(vacancy))).toBe(true);
  });

  test('does not pass over what a colleague wrote meanwhile', async () => {
    const vacancy = await buildVacancy(hr);
    await ok(hr.session, edit, { id: vacancy.id, version: 1, place: 'Hôtel de ville' });
    expectProblem(await sendAttachment(hr.session, vacancy), 'conflict');
    expect(await filesOf(vacancy)).toEqual([]);
  });

  test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ['a page called a PDF', new Uint8Array(Buffer.from('<html><script>alert(1)</script></html>')), /ni un PDF/],
    ['a program', new Uint8Array(Buffer.from('MZ\u0090')), /ni un PDF/],
    ['an empty file', new Uint8Array(), /est vide/],
  ])('refuses %s', async (_what, content, words) => {
    const vacancy = await buildVacancy(hr);
    const answer = await sendAttachment(hr.session, vacancy, { content });
    expectProblem(answer, 'unsupported-document');
    expect((answer.body as { detail: string }).detail).toMatch(words);
    expect(await filesOf(vacancy)).toEqual([]);
  });

  test('refuses more than five megabytes, a closed offer, and who is not its HR', async () => {
    const vacancy = await buildVacancy(hr);
    const heavy = new Uint8Array(5 * 1024 * 1024 + 1);
    heavy.set(pdfFile());
    expectProblem(await sendAttachment(hr.session, vacancy, { content: heavy }), 'too-large');
    expectProblem(await sendAttachment(anonymous(), vacancy), 'unauthenticated');
    for (const { session } of [hrElsewhere, agent]) expectProblem(await sendAttachment(session, vacancy), 'forbidden');
    expectProblem(await sendAttachment((await buildPerson(server, { commune: null })).session, vacancy), 'not-found');
    expectProblem(await sendAttachment(hr.session, { id: vacancy.id, version: 0 }), 'invalid-input');
    const closed = await ok(hr.session, close, { id: vacancy.id, as: 'filled' });
    expectProblem(await sendAttachment(hr.session, closed), 'forbidden');
  });

  test('keeps the file through what HR writes afterwards', async () => {
    const vacancy = await buildAttached(hr);
    const edited = await ok(hr.session, edit, { id: vacancy.id, version: vacancy.version, missions: 'Accueillir.' });
    expect(edited.attachment).toEqual(vacancy.attachment);
  });
});

describe('vacancies.detach', () => {
  test('takes the file away, and twice does no harm', async () => {
    const vacancy = await buildAttached(hr);
    const key = await keyOf(vacancy);
    await refused(hr.session, detach, { id: vacancy.id, version: vacancy.version - 1 }, 'conflict');
    const without = await ok(hr.session, detach, { id: vacancy.id, version: vacancy.version });
    expect(without.attachment).toBeNull();
    await expect.poll(() => filesOf(vacancy)).toEqual([]);
    expect(onDisk(key)).toBe(false);
    expect((await ok(hr.session, detach, { id: vacancy.id, version: vacancy.version })).version).toBe(without.version);
    await refused(agent.session, attachment, { id: vacancy.id }, 'not-found');
  });

  test('is for its HR only', async () => {
    const { id, version } = await buildAttached(hr);
    await refused(anonymous(), detach, { id, version }, 'unauthenticated');
    await refused(hrElsewhere.session, detach, { id, version }, 'forbidden');
    await refused(hr.session, detach, { id, version: 0 }, 'invalid-input');
    await refused(hr.session, detach, { id: 'f'.repeat(24), version }, 'not-found');
  });
});

describe('vacancies.attachment', () => {
  test('is saved and never opened, by every agent once it is published', async () => {
    const draft = await buildAttached(hr, { publish: false }, { name: 'Fiche d’été.pdf' });
    await refused(agent.session, attachment, { id: draft.id }, 'not-found');
    await ok(hr.session, contract.vacancies.publish, { id: draft.id });
    const answer = await fetched(agent, `/api/vacancies/${draft.id}/attachment`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Fiche d'ete.pdf"; filename*=UTF-8''Fiche%20d%E2%80%99%C3%A9t%C3%A9.pdf`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    await refused(anonymous(), attachment, { id: draft.id }, 'unauthenticated');
    await refused((await buildPerson(server, { commune: null })).session, attachment, { id: draft.id }, 'not-found');
    await refused(agent.session, attachment, { id: 'x'.repeat(65) }, 'invalid-input');
  });
});

describe('files nobody has', () => {
  test('go with the draft that had one', async () => {
    const draft = await buildAttached(hr, { publish: false });
    const key = await keyOf(draft);
    await ok(hr.session, remove, { id: draft.id });
    await expect.poll(() => filesOf(draft)).toEqual([]);
    expect(onDisk(key)).toBe(false);
  });

  test('that a crash left are removed later, and those in use stay', async () => {
    const vacancy = await buildAttached(hr);
    const key = await keyOf(vacancy);
    const lost = await writeVacancyFile(vacancy.id, pdfFile('perdu'), files());
    await VacancyFileModel.updateOne({ _id: key }, { $set: { reviewAt: new Date() } });
    await reviewVacancyFiles(files());
    expect(onDisk(lost)).toBe(true);
    await atInstant(new Date(Date.now() + 2 * 3_600_000), () => reviewVacancyFiles(files()));
    expect([onDisk(lost), onDisk(key)]).toEqual([false, true]);
    expect(await filesOf(vacancy)).toEqual([key]);
    expect(await VacancyFileModel.exists({ _id: key, reviewAt: { $exists: true } })).toBeNull();
  });
});
