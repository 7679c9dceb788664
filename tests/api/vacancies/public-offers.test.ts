import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { CommuneModel } from '../../../server/src/features/directory/commune.model.ts';
import { refreshTerritory } from '../../../server/src/features/directory/territory.queries.ts';
import { VacancyModel } from '../../../server/src/features/vacancies/vacancy.model.ts';
import { type Answer, ok, send } from '../../support/api-client.ts';
import { pdfFile } from '../../support/pdf-file.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildAttached, buildVacancy, inAMonth, inDays, today } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const USUAL = { authority: '', organisation: 'Commune d’Anzin', contact: '', recipient: 'rh@anzin.example', benefits: '' };

let server: Server;
let hr: TestPerson;
let hrOther: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['hr'], name: 'Responsable RH, Anzin' });
  hrOther = await buildPerson(server, { commune: 'onnaing', roles: ['hr'] });
  await CommuneModel.updateOne({ slug: 'anzin' }, { $set: { latitude: 50.372, longitude: 3.505, postalCodes: ['59410'] } });
  await refreshTerritory();
  await ok(hr.session, contract.vacancies.saveSettings, { slug: 'anzin', publicPage: true, ...USUAL });
});

const visit = (path: string): Promise<Answer> => send({ url: server.url, cookie: '' }, path);
const html = async (path: string): Promise<string> => String((await visit(path)).body);
const dataIn = (page: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? 'null');

/** What Google’s documentation of job postings requires (`validThrough` of what ends, as every offer here does), and what it recommends that an offer of a commune can say. */
const REQUIRED = ['title', 'description', 'datePosted', 'hiringOrganization', 'jobLocation', 'validThrough'];
const RECOMMENDED = ['employmentType', 'identifier', 'directApply'];

describe('the page of an offer', () => {
  test('is shown to everyone, whole without a script, with what search engines read', async () => {
    const { id } = await buildVacancy(hr, {
      metier: 'atsem',
      cadre: 'atsem',
      grades: ['ATSEM principal de 2e classe'],
      weeklyMinutes: 1_050,
      startsOn: inDays(60),
      missions: 'Vous assistez l’enseignante.\n- accueil des enfants\n- hygiène',
      dveNumber: 'V059261100012',
    });
    const answer = await visit(`/offres/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    const page = String(answer.body);
    expect(page).toContain('<li>accueil des enfants</li>');
    expect(page).toMatch(new RegExp(`<link rel="canonical" href="http://localhost:\\d+/offres/${id}">`));
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(page).not.toContain('Responsable RH');
    // Whoever is from outside writes to whom HR named, and says what she answers.
    const subject = /href="mailto:rh@anzin\.example\?subject=([^"]*)"/.exec(page)?.[1] ?? '';
    expect(decodeURIComponent(subject)).toBe('Candidature\u00a0: ATSEM (F/H), Anzin (DVE V059261100012)');
    const posting = dataIn(page);
    for (const property of REQUIRED) expect(JSON.stringify(posting[property]), property).toMatch(/[\p{L}\d]/u);
    expect(Object.keys(posting)).toEqual(expect.arrayContaining([...REQUIRED, ...RECOMMENDED]));
    expect(posting).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'ATSEM (F/H)',
      datePosted: today(),
      employmentType: ['PART_TIME'],
      workHours: '17h30/35',
      hiringOrganization: { '@type': 'GovernmentOrganization', name: 'Commune d’Anzin' },
      identifier: { '@type': 'PropertyValue', name: 'DVE', value: 'V059261100012' },
      jobLocation: {
        '@type': 'Place',
        address: { '@type': 'PostalAddress', addressLocality: 'Anzin', postalCode: '59410', addressCountry: 'FR' },
        geo: { '@type': 'GeoCoordinates', latitude: 50.372, longitude: 3.505 },
      },
    });
    // ISO 8601, on the evening of the deadline in Paris.
    expect(posting.validThrough).toMatch(/^\d{4}-\d\d-\d\dT\d\d:59:00\.000Z$/);
    expect(posting.validThrough.slice(0, 10)).toBe(inAMonth());
    expect(posting.description).toContain('<ul><li>accueil des enfants</li>');
  });

  test('shows what was typed and never runs it', async () => {
    const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';
    const { id } = await buildVacancy(hr, { title: `"><b>${hostile}`.slice(0, 100), missions: hostile, recipient: '"onmouseover=x@y.z' });
    const page = await html(`/offres/${id}`);
    expect(page).not.toMatch(/<img|<b>"|<script>|onmouseover=x@y\.z"/);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(dataIn(page).responsibilities).toBe(hostile);
    expect(await html('/offres')).not.toContain('<img');
    expect(await html('/offres.atom')).not.toContain('<img');
  });

  test('does not exist for a commune that did not say so, for a draft, and once it is closed', async () => {
    const other = await buildVacancy(hrOther, { commune: 'onnaing', title: 'Offre d’Onnaing' });
    const draft = await buildVacancy(hr, { publish: false });
    const filled = await buildVacancy(hr);
    await ok(hr.session, contract.vacancies.close, { id: filled.id, as: 'filled' });
    const past = await buildVacancy(hr);
    await VacancyModel.updateOne({ _id: past.id }, { $set: { deadline: inDays(-1) } });
    for (const id of [other.id, draft.id, filled.id, past.id, 'f'.repeat(24), 'x', '%2e%2e%2f'])
      expect(await visit(`/offres/${id}`)).toMatchObject({ status: 404 });
    expect(await html('/offres')).not.toContain('Offre d’Onnaing');
    expect(other.publicPath).toBeNull();
  });
});

describe('the list of offers', () => {
  test('goes on page by page, and can be of one commune', async () => {
    for (let i = 0; i < 32; i++) await buildVacancy(hr, { title: `Poste ${i}` });
    const first = await html('/offres?commune=anzin');
    expect(first).toContain('Poste 31');
    const next = /href="(\/offres\?[^"]*suite=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') as string;
    const second = await html(next);
    expect(second).toContain('Poste 1<');
    expect(second).toContain('noindex');
    expect(first).toMatch(/<link rel="canonical" href="http:..localhost:\d+.offres\?commune=anzin">/);
    expect(await visit('/offres?suite=ailleurs')).toMatchObject({ status: 200 });
    expect(await visit('/offres?commune=onnaing')).toMatchObject({ status: 404 });
    expect(await visit('/offres?commune=anzin&commune=onnaing')).toMatchObject({ status: 404 });
  });

  test('is an Atom feed too', async () => {
    const { status, headers, body } = await visit('/offres.atom');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/atom+xml');
    const feed = String(body);
    expect(feed).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
    const entries = feed.split('<entry>').slice(1);
    expect(entries).toHaveLength(30);
    for (const entry of entries)
      for (const element of ['id', 'title', 'link', 'published', 'updated', 'author', 'content']) expect(entry).toContain(`<${element}`);
  });

  test('is all that robots are let into', async () => {
    expect(await html('/robots.txt')).toBe('User-agent: *\nAllow: /offres\nDisallow: /\n');
  });
});

describe('the file of an offer shown to everyone', () => {
  const publicFile = (id: string) => fetch(`${server.url}/offres/${id}/piece-jointe`);

  test('is taken from its page, while the offer is open', async () => {
    const vacancy = await buildAttached(hr, {}, { name: '"><script>.pdf' });
    const page = await (await fetch(`${server.url}/offres/${vacancy.id}`)).text();
    expect(page).toContain(`href="/offres/${vacancy.id}/piece-jointe"`);
    expect(page).toMatch(/\(PDF, 1\u00a0Ko\)/);
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json")/);
    const answer = await publicFile(vacancy.id);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdfFile('Fiche de poste'));
    await ok(hr.session, contract.vacancies.close, { id: vacancy.id, as: 'filled' });
    expect((await publicFile(vacancy.id)).status).toBe(404);
  });

  test('and then only', async () => {
    const draft = await buildAttached(hr, { publish: false });
    const elsewhere = await buildAttached(hrOther, { commune: 'onnaing' });
    const without = await buildVacancy(hr);
    for (const { id } of [draft, elsewhere, without, { id: 'x' }]) expect((await publicFile(id)).status).toBe(404);
  });
});
