import { contract } from '@beffroi/shared/contract';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import readExcelFile from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { BookingModel } from '../../../server/src/features/replacements/booking.model.ts';
import { ok, refused, type Session } from '../../support/api-client.ts';
import { buildPastBooking } from '../../support/bookings.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildCommune, buildPerson, type TestPerson } from '../../support/world.ts';

const { get, download, agreement } = contract.statements;
const MONTH = '2026-09';
const OF_ANZIN = { slug: 'anzin', month: MONTH };

let server: Server;
let anzin: TestPerson;
let onnaing: TestPerson;
let hergnies: TestPerson;
let agent: TestPerson;
let lentId: string;
let lentAgent: TestPerson;
let outsider: TestPerson;
let outsideId: string;

beforeAll(async () => {
  server = await startServer();
  for (const slug of ['anzin', 'onnaing', 'hergnies']) await buildCommune(slug);
  [anzin, onnaing, hergnies] = (await Promise.all(
    ['anzin', 'onnaing', 'hergnies'].map((commune) => buildPerson(server, { commune, roles: ['agent', 'hr'] })),
  )) as [TestPerson, TestPerson, TestPerson];
  agent = await buildPerson(server);
  lentAgent = await buildPerson(server, { commune: 'onnaing', name: 'ATSEM, Onnaing' });
  const own = await buildPerson(server, { commune: 'anzin', name: '=ATSEM;"Anzin"' });
  outsider = await buildPerson(server, { commune: null, substitute: true, name: 'Candidate extérieure 12' });
  // Anzin received 7 h from Onnaing, one half-day of which is not confirmed by her, and 3 h 30 from outside.
  const first = await buildPastBooking(lentAgent, { host: 'anzin', lender: 'onnaing', date: '2026-09-07', half: 'am' });
  lentId = first.replacementId;
  await buildPastBooking(lentAgent, {
    host: 'anzin',
    lender: 'onnaing',
    date: '2026-09-07',
    half: 'pm',
    bySubstitute: null,
    replacementId: lentId,
  });
  outsideId = (await buildPastBooking(outsider, { host: 'anzin', lender: null, date: '2026-09-30', half: 'pm' })).replacementId;
  // It lent 3 h to Hergnies, as both said, and 3 h 30 they do not agree on.
  await buildPastBooking(own, { host: 'hergnies', lender: 'anzin', date: '2026-09-01', half: 'am', byHost: 180, bySubstitute: 180 });
  await buildPastBooking(own, { host: 'hergnies', lender: 'anzin', date: '2026-09-02', half: 'am', byHost: 180, bySubstitute: 240 });
  // Neither of the month, nor exchanged, nor over.
  await buildPastBooking(own, { host: 'hergnies', lender: 'anzin', date: '2026-08-31', half: 'pm' });
  await buildPastBooking(own, { host: 'hergnies', lender: 'anzin', date: '2026-10-01', half: 'am' });
  await buildPastBooking(own, { host: 'anzin', lender: 'anzin', date: '2026-09-03', half: 'am' });
  const coming = await buildPastBooking(own, { host: 'hergnies', lender: 'anzin', date: '2026-09-04', half: 'am' });
  await BookingModel.updateOne({ _id: coming._id }, { $set: { endsAt: new Date(Date.now() + 86_400_000) } });
});

const fileOf = async (session: Session, path: string) => {
  const response = await fetch(`${session.url}/api${path}`, { headers: { cookie: session.cookie } });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
  return { bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
};
const statementFile = (format: string) => fileOf(anzin.session, `/communes/anzin/statements/${MONTH}/file?format=${format}`);

/** What PDF.js reads of a file, spaces made plain. */
const pdfText = async (bytes: Buffer): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
};

describe('statements.get', () => {
  test('sums what was lent and received in the month, as the bookings say', async () => {
    const statement = await ok(anzin.session, get, OF_ANZIN);
    expect(statement.received.map(({ partner, minutes, agreedMinutes }) => [partner?.slug, minutes, agreedMinutes])).toEqual([
      ['onnaing', 420, 210],
      [undefined, 210, 210],
    ]);
    expect(statement.lent.map(({ partner, lines }) => [partner?.slug, lines.map(({ minutes }) => minutes)])).toEqual([
      ['hergnies', [180, 210]],
    ]);
    expect(statement.totals).toEqual({ lent: 390, lentAgreed: 180, received: 630, receivedAgreed: 420, toConfirm: 2 });
    expect(statement.received[0]?.lines.map(({ half, confirmed }) => [half, confirmed])).toEqual([
      ['am', { commune: true, substitute: true, agreed: true }],
      ['pm', { commune: true, substitute: false, agreed: false }],
    ]);
  });
  test('says the same hours to the two communes', async () => {
    const [lent, received] = [await ok(onnaing.session, get, { ...OF_ANZIN, slug: 'onnaing' }), await ok(anzin.session, get, OF_ANZIN)];
    expect(lent.lent[0]?.lines).toEqual(received.received[0]?.lines);
  });
  test('is for that commune’s HR', async () => {
    await refused({ url: server.url, cookie: '' }, get, OF_ANZIN, 'unauthenticated');
    for (const { session } of [agent, onnaing, outsider]) await refused(session, get, OF_ANZIN, 'forbidden');
    await refused(anzin.session, get, { ...OF_ANZIN, slug: 'ailleurs' }, 'not-found');
    await refused(anzin.session, get, { ...OF_ANZIN, month: '2026-13' }, 'invalid-input');
  });
  test('is empty where nothing was exchanged', async () => {
    const { lent, received, totals } = await ok(anzin.session, get, { ...OF_ANZIN, month: '2025-01' });
    expect([lent, received, totals.toConfirm]).toEqual([[], [], 0]);
  });
});

describe('statements.download', () => {
  test('gives a CSV a French spreadsheet opens, its sums those of the bookings, its names running nothing', async () => {
    const { bytes, headers } = await statementFile('csv');
    expect(headers.get('content-type')).toMatch(/^text\/csv/);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows: Record<string, string>[] = parse(bytes, { bom: true, delimiter: ';', columns: true });
    const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column]?.replace(',', '.')), 0);
    expect(rows).toHaveLength(5);
    expect(sum('Heures')).toBe((390 + 630) / 60);
    expect(sum('Heures confirmées')).toBe((180 + 420) / 60);
    expect(rows[0]).toMatchObject({
      'Commune d’accueil': 'Hergnies',
      Jour: '01/09/2026',
      'Remplacement par': '\'=ATSEM;"Anzin"',
      Heures: '3',
    });
    expect(rows[1]).toMatchObject({ Heures: '3,5', 'Heures confirmées': '0', Confirmation: 'Heures en désaccord' });
  });
  test('gives a workbook whose numbers are numbers and whose days are days', async () => {
    const [balance, lent, received] = await readExcelFile((await statementFile('xlsx')).bytes);
    expect(balance?.data.slice(1)).toEqual([
      ['Hergnies', 3, 0, 3],
      ['Onnaing', 0, 3.5, -3.5],
      ['Total entre communes', 3, 3.5, -0.5],
    ]);
    const total = (sheet: typeof lent) => sheet?.data.at(-1)?.slice(9, 11);
    expect(total(lent)).toEqual([6.5, 3]);
    expect(total(received)).toEqual([10.5, 7]);
    expect(lent?.data[1]?.[2]).toEqual(new Date('2026-09-01'));
    expect(lent?.data[1]?.[8]).toBe('=ATSEM;"Anzin"');
  });
  test('gives a PDF that says who owes what', async () => {
    const text = await pdfText((await statementFile('pdf')).bytes);
    expect(text).toContain('Relevé des remplacements, septembre 2026');
    expect(text).toContain('2 demi-journées attendent d’être confirmées');
    expect(text).toMatch(/Onnaing 0 h 3 h 30 3 h 30 à rembourser/);
    expect(text).toMatch(/Hergnies 3 h 0 h 3 h à recevoir/);
    expect(text).toContain('Candidate extérieure 12');
  });
  test('is for that commune’s HR', async () => {
    await refused({ url: server.url, cookie: '' }, download, { ...OF_ANZIN, format: 'csv' }, 'unauthenticated');
    await refused(onnaing.session, download, { ...OF_ANZIN, format: 'csv' }, 'forbidden');
    await refused(anzin.session, download, { ...OF_ANZIN, slug: 'ailleurs', format: 'csv' }, 'not-found');
    await refused(anzin.session, download, { ...OF_ANZIN, format: 'doc' as 'csv' }, 'invalid-input');
  });
});

describe('statements.agreement', () => {
  const address = () => `/replacements/${lentId}/agreements/${lentAgent.id}`;
  test('gives the HR of the two communes a document with the facts of the bookings, to sign', async () => {
    for (const { session } of [anzin, onnaing]) {
      const text = await pdfText((await fileOf(session, `${address()}?format=pdf`)).bytes);
      expect(text).toContain('La commune d’Onnaing');
      expect(text).toContain('la commune d’Anzin');
      expect(text).toContain('2 demi-journées, le lundi 7 septembre 2026');
      expect(text).toContain('13:30 – 17:00');
      expect(text).toContain('Soit 7 h au total');
      expect(text).toContain('fonctions de « ATSEM »');
      for (const clause of ['Objet et activités', 'Durée', 'Conditions de travail', 'Rémunération et remboursement', 'Fin anticipée'])
        expect(text).toContain(clause);
      // Nothing of the markup is left, in the boxes one signs in neither.
      expect(text).not.toMatch(/[{}]|\/\//);
    }
  });
  test('gives the same in Word', async () => {
    const zip = await JSZip.loadAsync((await fileOf(anzin.session, `${address()}?format=docx`)).bytes);
    const xml = await zip.file('word/document.xml')?.async('string');
    expect(xml).toContain('ATSEM, Onnaing');
    expect(xml).toContain('École Jules-Ferry');
  });
  test('is for nobody else, and for those a commune lends', async () => {
    const wanted = { id: lentId, personId: lentAgent.id, format: 'pdf' as const };
    await refused({ url: server.url, cookie: '' }, agreement, wanted, 'unauthenticated');
    for (const { session } of [hergnies, agent, lentAgent]) await refused(session, agreement, wanted, 'not-found');
    await refused(anzin.session, agreement, { ...wanted, personId: outsider.id }, 'not-found');
    await refused(anzin.session, agreement, { ...wanted, id: outsideId, personId: outsider.id }, 'invalid-input');
    await refused(anzin.session, agreement, { ...wanted, format: 'odt' as 'pdf' }, 'invalid-input');
  });
});
