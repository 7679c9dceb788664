import { spawnSync } from 'node:child_process';
import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import JSZip from 'jszip';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectProblem, ok, refused, send } from '../../support/api-client.ts';
import { article, buildText, type LiveText, paragraph } from '../../support/live-text.ts';
import { pdftotextPath } from '../../support/programs.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { download } = contract.documentExports;
const { create: comment } = contract.comments;
const { propose } = contract.suggestions;
const { changeState, nameVersion } = contract.templates;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let guest: TestPerson;
let templateId: string;
let version: number;
let text: LiveText;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub({ access: 'request' });
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  guest = await buildPerson(server, { clubs: [[club, 'guest']], commune: null });
});
beforeEach(async () => {
  const built = await buildText(pilot, club, [paragraph('La part fixe est de 15 % du prix.')]);
  [templateId, version, text] = [built.template.id, built.template.version, built.text];
});

const file = (who: TestPerson, format: string, more = '', id = templateId) =>
  fetch(`${server.url}/api/templates/${id}/export?format=${format}${more}`, { headers: { cookie: who.session.cookie } });
/** A part of the Word file somebody is given. */
const part = async (path: string, more = '', who = pilot): Promise<string> => {
  const response = await file(who, 'docx', more);
  expect(response.status).toBe(200);
  const zip = await JSZip.loadAsync(await response.arrayBuffer());
  return (await zip.file(path)?.async('string')) ?? '';
};

describe('documentExports.download', () => {
  test('gives a Word file and a PDF, named after the model and its state', async () => {
    const docx = await file(pilot, 'docx');
    expect(docx.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(docx.headers.get('content-disposition')).toMatch(/^attachment; filename="[ -~]+ \(En relecture\)\.docx"; filename\*=UTF-8''/);
    const pdf = await file(guest, 'pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 8)
        .toString(),
    ).toBe('%PDF-1.7');
  });
  test('a draft has a watermark, proposals as tracked changes and comments over their words', async () => {
    const anchor = text.anchor('15 %');
    await ok(guest.session, propose, { id: templateId, anchor, quote: '15 %', text: 'vingt' });
    await ok(guest.session, comment, { id: templateId, anchor: text.anchor('part fixe'), body: paragraphs('Est-ce trop ?') });
    const body = await part('word/document.xml');
    expect(body).toMatch(/<w:del [^>]*>.*?<w:delText[^>]*>15 %</s);
    expect(body).toMatch(/<w:ins [^>]*>.*?vingt/s);
    expect(body).toMatch(/<w:commentRangeStart w:id="0"\/>.*?>part fixe<.*?<w:commentRangeEnd w:id="0"\/>/s);
    expect(await part('word/comments.xml')).toContain('Est-ce trop ?');
    expect(await part('word/header1.xml')).toContain('BROUILLON');
  });
  test('what is validated goes out without watermark nor comments, under its number', async () => {
    await ok(guest.session, comment, { id: templateId, anchor: text.anchor('part fixe'), body: paragraphs('Est-ce trop ?') });
    await ok(pilot.session, changeState, { id: templateId, to: 'validated', version });
    expect(await part('word/footer1.xml')).toContain('Validé v1');
    expect(await part('word/header1.xml')).not.toContain('BROUILLON');
    expect(await part('word/document.xml')).not.toContain('commentRangeStart');
  });
  test('gives a version as it stood', async () => {
    const { number } = await ok(pilot.session, nameVersion, { id: templateId, name: 'Première' });
    await ok(guest.session, propose, { id: templateId, anchor: text.anchor('15 %'), quote: '15 %', text: '10 %' });
    const body = await part('word/document.xml', `&version=${number}`);
    expect(body).toContain('15 %');
    expect(body).not.toContain('10 %');
    await refused(pilot.session, download, { id: templateId, format: 'docx', version: number + 1 }, 'not-found');
  });
  test('a PDF reads as the document does: numbered articles, pages of the contents, where it stands', async () => {
    const articles = Array.from({ length: 8 }, (_, index) => [
      article(`a${index}`, `Titre ${index + 1}`),
      paragraph('Une clause. '.repeat(150)),
    ]).flat();
    const { template } = await buildText(pilot, club, articles);
    const response = await file(pilot, 'pdf', '', template.id);
    const { stdout, status } = spawnSync(pdftotextPath(), ['-layout', '-', '-'], { input: Buffer.from(await response.arrayBuffer()) });
    expect(status).toBe(0);
    const pages = stdout.toString('utf8').split('\f');
    expect(pages[0]).toMatch(/Sommaire\s+Article 1\s– Titre 1\s+2\n/);
    const last = Number(pages[0]?.match(/Article 8\s– Titre 8\s+(\d+)/)?.[1]);
    expect(pages[last - 1]).toMatch(/Article 8\s– Titre 8/);
    expect(pages[1]).toMatch(/En relecture, \d+ \S+ \d{4}\s+Page\s2 sur\s\d/);
  });
  test('is for those who read the club', async () => {
    const outsider = await buildPerson(server);
    expectProblem(await send({ url: server.url, cookie: '' }, `/api/templates/${templateId}/export?format=pdf`), 'unauthenticated');
    await refused(outsider.session, download, { id: templateId, format: 'pdf' }, 'not-found');
    await refused(pilot.session, download, { id: templateId, format: 'odt' }, 'invalid-input');
  });
});
