import { contract } from '@beffroi/shared/contract';
import { addDays, parisDate } from '@beffroi/shared/core/half-days';
import { HR_CLUB } from '@beffroi/shared/features/exchanges/exchanges.vocabulary';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ClubModel } from '../../../server/src/features/clubs/club.model.ts';
import { refreshClubs } from '../../../server/src/features/clubs/known-clubs.queries.ts';
import { forgetOverview } from '../../../server/src/features/exchanges/exchanges.queries.ts';
import { ReplacementModel } from '../../../server/src/features/replacements/replacement.model.ts';
import { inHours } from '../../../server/src/platform/tables/table.ts';
import { ok, refused } from '../../support/api-client.ts';
import { buildPastBooking } from '../../support/bookings.ts';
import { pastNeed } from '../../support/past-need.ts';
import { buildSubstitute } from '../../support/replacements.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildVacancy } from '../../support/vacancies.ts';
import { buildClub, buildCommune, buildPerson, type TestPerson } from '../../support/world.ts';

const { overview, download } = contract.exchanges;
const YESTERDAY = addDays(parisDate(new Date()), -1);

let server: Server;
let hr: TestPerson;
let member: TestPerson;
let guest: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  for (const slug of ['anzin', 'onnaing', 'hergnies']) await buildCommune(slug);
  const club = await buildClub();
  await ClubModel.updateOne({ _id: club.id }, { $set: { slug: HR_CLUB } });
  await refreshClubs();
  hr = await buildPerson(server, { roles: ['agent', 'hr'] });
  member = await buildPerson(server, { clubs: [[club, 'member']] });
  guest = await buildPerson(server, { commune: null, clubs: [[club, 'guest']] });
  agent = await buildPerson(server);
  const lent = await buildSubstitute(server, { commune: 'onnaing' });
  const outside = await buildSubstitute(server, {});
  // Three seats were wanted yesterday: one was filled by Onnaing after an hour, one from outside after three.
  const need = await pastNeed({ commune: 'anzin', date: YESTERDAY, seats: 3 });
  const booked = await buildPastBooking(lent, { host: 'anzin', lender: 'onnaing', date: YESTERDAY, half: 'am', replacementId: need });
  await ReplacementModel.updateOne({ _id: need }, { $set: { publishedAt: new Date(booked.bookedAt.getTime() - 3_600_000) } });
  await buildPastBooking(outside, {
    host: 'anzin',
    lender: null,
    date: YESTERDAY,
    half: 'am',
    replacementId: await pastNeed({ commune: 'anzin', date: YESTERDAY, seats: 0 }),
  });
  await pastNeed({ commune: 'anzin', date: YESTERDAY, seats: 5, cancelled: true });
  const filled = await buildVacancy(hr);
  await ok(hr.session, contract.vacancies.close, { id: filled.id, as: 'filled' });
  await buildVacancy(hr);
});
beforeEach(forgetOverview);

describe('exchanges.overview', () => {
  test('sums needs, hours, vacancies and people of the territory', async () => {
    const seen = await ok(hr.session, overview, { months: 3 });
    const month = YESTERDAY.slice(0, 7);
    expect(seen.months).toHaveLength(3);
    expect(seen.needs).toMatchObject([{ metier: 'atsem', seats: 3, unfilled: 1 }]);
    expect(seen.needs[0]?.months.find((each) => each.month === month)).toEqual({ month, seats: 3, unfilled: 1 });
    expect(seen.hours.cells.map(({ lender, host, minutes }) => [lender, host, minutes]).sort()).toEqual([
      [null, 'anzin', 210],
      ['onnaing', 'anzin', 210],
    ]);
    expect(seen.hours.communes.map(({ slug }) => slug)).toEqual(['anzin', 'onnaing']);
    expect(seen.timeToFill.needs).toBe(2);
    expect(seen.vacancies).toMatchObject({ open: 1, published: 2, filled: 1, medianDays: 0 });
    expect(seen.substitutes).toEqual({ agents: 1, outside: 1, metiers: [{ metier: 'atsem', count: 2 }] });
  });
  test('is for the HR club’s agents, HR and the administrator', async () => {
    await ok(member.session, overview, {});
    await ok((await buildPerson(server, { administrator: true })).session, overview, {});
    await refused({ url: server.url, cookie: '' }, overview, {}, 'unauthenticated');
    await refused(agent.session, overview, {}, 'forbidden');
    await refused(guest.session, overview, {}, 'not-found');
    await refused(hr.session, overview, { months: 7 }, 'invalid-input');
  });
});

describe('exchanges.download', () => {
  const fileOf = async (query: string) => {
    const response = await fetch(`${server.url}/api/exchanges/overview/file?${query}`, { headers: { cookie: hr.session.cookie } });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  test('gives every table as a sheet, and one as CSV', async () => {
    const sheets = await readExcelFile(await fileOf('format=xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Besoins de remplacement',
      'Heures échangées',
      'Offres d’emploi',
      'Remplaçants',
      'Délais pour pourvoir',
    ]);
    const { timeToFill, vacancies } = await ok(hr.session, overview, {});
    expect(sheets[4]?.data.slice(1).map(([what, , hours, days]) => [what, hours, days])).toEqual([
      ['Remplacements', timeToFill.medianMinutes === null ? null : inHours(timeToFill.medianMinutes), null],
      ['Emplois', null, vacancies.medianDays],
    ]);
    expect(sheets[1]?.data).toEqual([
      ['Commune d’origine \\ d’accueil', 'Anzin', 'Onnaing'],
      ['Anzin', null, null],
      ['Onnaing', 3.5, null],
      ['Hors collectivités', 3.5, null],
    ]);
    const rows: string[][] = parse(await fileOf('format=csv&table=hours'), { bom: true, delimiter: ';' });
    expect(rows[2]).toEqual(['Onnaing', '3,5', '']);
  });
  test('is for those who read it', async () => {
    const wanted = { format: 'csv' as const };
    await refused({ url: server.url, cookie: '' }, download, wanted, 'unauthenticated');
    await refused(agent.session, download, wanted, 'forbidden');
    await refused(guest.session, download, wanted, 'not-found');
    await refused(hr.session, download, { format: 'pdf' as 'csv' }, 'invalid-input');
  });
});
