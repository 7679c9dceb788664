import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildVacancy } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { settings, saveSettings } = contract.vacancies;
const input = {
  slug: 'anzin',
  publicPage: false,
  authority: 'M. le Maire d’Anzin',
  organisation: 'Commune d’Anzin',
  contact: 'Service RH, 03 27 00 00 00',
  recipient: 'rh@anzin.example',
  benefits: 'CNAS, titres-restaurant',
};

let server: Server;
let hr: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['hr'] });
  agent = await buildPerson(server);
});
const nobody = () => ({ url: server.url, cookie: '' });

describe('vacancies.settings', () => {
  test('shows nobody outside until the commune says so', async () => {
    const found = await ok(agent.session, settings, { slug: 'anzin' });
    expect(found).toMatchObject({ publicPage: false, organisation: 'Anzin', abilities: { 'settings.change': false } });
    await refused(nobody(), settings, { slug: 'anzin' }, 'unauthenticated');
    await refused((await buildPerson(server, { commune: null, substitute: true })).session, settings, { slug: 'anzin' }, 'not-found');
    await refused(agent.session, settings, { slug: 'nulle-part' }, 'not-found');
    await refused(agent.session, settings, { slug: 'Pas un nom' }, 'invalid-input');
  });
});

describe('vacancies.saveSettings', () => {
  test('says what the commune’s offers begin with', async () => {
    expect(await ok(hr.session, saveSettings, input)).toMatchObject({
      recipient: 'rh@anzin.example',
      abilities: { 'settings.change': true },
    });
    expect(await buildVacancy(hr)).toMatchObject({ authority: 'M. le Maire d’Anzin', benefits: 'CNAS, titres-restaurant' });
    expect(await buildVacancy(hr, { benefits: '' })).toMatchObject({ benefits: '' });
  });
  test('notes who changed what, for those who may and the administrator', async () => {
    const trailOf = async ({ session }: TestPerson, slug = 'onnaing') => (await ok(session, settings, { slug })).trail;
    const referent = await buildPerson(server, { commune: 'onnaing', roles: ['referent'] });
    const administrator = await buildPerson(server, { administrator: true });
    const theirs = { ...input, slug: 'onnaing' };
    await ok(referent.session, saveSettings, theirs);
    await Promise.all([true, false, true].map((publicPage) => ok(referent.session, saveSettings, { ...theirs, publicPage })));
    await ok(referent.session, saveSettings, { ...theirs, publicPage: true });
    const trail = await trailOf(referent);
    expect(trail[0]).toMatchObject({
      by: { id: referent.id },
      changes: [{ field: 'publicPage', before: 'false', after: 'true' }],
    });
    // Raced or not, each line begins where the one before ended.
    const page = trail.flatMap(({ changes }) => changes.filter(({ field }) => field === 'publicPage')).reverse();
    expect(page.map(({ before }) => before)).toEqual(['false', ...page.slice(0, -1).map(({ after }) => after)]);
    expect(await trailOf(administrator)).toEqual(trail);
    expect(await trailOf(agent)).toEqual([]);
  });
  test('is for its HR and its referents', async () => {
    await ok((await buildPerson(server, { roles: ['referent'] })).session, saveSettings, input);
    await refused(nobody(), saveSettings, input, 'unauthenticated');
    await refused(agent.session, saveSettings, input, 'forbidden');
    await refused((await buildPerson(server, { commune: 'onnaing', roles: ['hr'] })).session, saveSettings, input, 'forbidden');
    await refused((await buildPerson(server, { commune: null, substitute: true })).session, saveSettings, input, 'not-found');
    await refused(hr.session, saveSettings, { ...input, authority: 'x'.repeat(300) }, 'invalid-input');
  });
});
