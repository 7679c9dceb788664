import { contract } from '@beffroi/shared/contract';
import { addDays, parisDate, parisInstant } from '@beffroi/shared/core/half-days';
import { beforeAll, describe, expect, test } from 'vitest';
import { ApplicationModel } from '../../../server/src/features/applications/application.model.ts';
import { VacancyModel } from '../../../server/src/features/vacancies/vacancy.model.ts';
import { ok } from '../../support/api-client.ts';
import { buildApplication, planInterview } from '../../support/applications.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildVacancy } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

const { today, decide } = contract.applications;
const NOTHING = { received: [], interviews: [], toConfirm: [], drafts: [], mine: [] };

let server: Server;
let hr: TestPerson;
let hrElsewhere: TestPerson;
let applicant: TestPerson;

beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['agent', 'hr'] });
  hrElsewhere = await buildPerson(server, { commune: 'onnaing', roles: ['agent', 'hr'] });
  applicant = await buildPerson(server, { commune: 'valenciennes' });
});

const of = ({ session }: TestPerson) => ok(session, today);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

/** The day an interview is on, whenever this runs: it is written as of that day. */
const moveInterview = (id: string, date: string) =>
  ApplicationModel.updateOne({ _id: id }, { $set: { 'interview.at': parisInstant(date, '10:00') } });

describe('applications.today', () => {
  test('shows HR of that commune what she has not answered, and nobody else', async () => {
    const application = await buildApplication(applicant, (await buildVacancy(hr)).id);
    expect(ids((await of(hr)).received)).toContain(application.id);
    expect(await of(hrElsewhere)).toEqual(NOTHING);
    expect(await of(applicant)).toEqual(NOTHING);
    await planInterview(hr, application);
    expect(ids((await of(hr)).received)).not.toContain(application.id);
  });

  test('shows the interviews of the day to HR, those to come to who applied, and none that is over', async () => {
    const day = parisDate(new Date());
    const application = await buildApplication(applicant, (await buildVacancy(hr)).id);
    const { id } = application;
    await planInterview(hr, application);
    await moveInterview(id, day);
    expect(ids((await of(hr)).interviews)).toContain(id);
    expect(ids((await of(applicant)).mine)).toContain(id);
    await moveInterview(id, addDays(day, 2));
    expect(ids((await of(hr)).interviews)).not.toContain(id);
    expect(ids((await of(applicant)).mine)).toContain(id);
    await moveInterview(id, addDays(day, -2));
    expect(ids((await of(hr)).interviews)).not.toContain(id);
    expect(ids((await of(applicant)).mine)).not.toContain(id);
  });

  test('tells who applied what was decided, for a week', async () => {
    const { id, version } = await buildApplication(applicant, (await buildVacancy(hr)).id);
    await ok(hr.session, decide, { id, version, decision: 'chosen', message: 'Bienvenue.' });
    expect((await of(applicant)).mine).toContainEqual(expect.objectContaining({ id, state: 'chosen' }));
    await ApplicationModel.updateOne({ _id: id }, { $set: { changedAt: new Date(Date.now() - 9 * 86_400_000) } });
    expect(ids((await of(applicant)).mine)).not.toContain(id);
  });

  test('shows HR the offers she is asked about and the drafts of her commune', async () => {
    const [asked, draft] = [await buildVacancy(hr), await buildVacancy(hr, { publish: false })];
    await VacancyModel.updateOne({ _id: asked.id }, { $set: { askedAt: new Date() } });
    const seen = await of(hr);
    expect(ids(seen.toConfirm)).toEqual([asked.id]);
    expect(ids(seen.drafts)).toEqual([draft.id]);
    expect(await of(hrElsewhere)).toEqual(NOTHING);
  });

  test('leaves her own application out of what a person recruits for', async () => {
    const newcomer = await buildPerson(server, { commune: 'valenciennes' });
    const { id } = await buildApplication(newcomer, (await buildVacancy(hrElsewhere, { commune: 'onnaing' })).id);
    await ApplicationModel.updateOne({ _id: id }, { $set: { applicantId: hrElsewhere.id } });
    expect(ids((await of(hrElsewhere)).received)).not.toContain(id);
  });

  test('shows three of each at most, the first sent first', async () => {
    const vacancy = await buildVacancy(hrElsewhere, { commune: 'onnaing' });
    const sent: string[] = [];
    for (let person = 0; person < 4; person++) {
      const by = await buildPerson(server, { commune: 'valenciennes' });
      sent.push((await buildApplication(by, vacancy.id)).id);
    }
    expect(ids((await of(hrElsewhere)).received)).toEqual(sent.slice(0, 3));
  });
});
