import Validator from '@adobe/structured-data-validator';
import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, send } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildVacancy, inDays, type NewVacancy } from '../../support/vacancies.ts';
import { buildPerson, type TestPerson } from '../../support/world.ts';

let server: Server;
let hr: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildPerson(server, { roles: ['hr'] });
  const usual = { authority: '', organisation: 'Commune d’Anzin', contact: '', recipient: 'rh@anzin.example', benefits: '' };
  await ok(hr.session, contract.vacancies.saveSettings, { slug: 'anzin', publicPage: true, ...usual });
});

type Posting = Record<string, unknown>;

/** What the public page of an offer tells search engines. */
const postingOf = async (input: NewVacancy): Promise<Posting> => {
  const { id } = await buildVacancy(hr, input);
  const page = String((await send({ url: server.url, cookie: '' }, `/offres/${id}`)).body);
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? 'null');
};

/** The rules of search engines for a posting, read by a validator that is not ours. */
const errorsIn = async (posting: Posting): Promise<string[]> => {
  const issues = await new Validator().validate({ jsonld: { JobPosting: [posting] } });
  return issues.filter(({ severity }) => severity === 'ERROR').flatMap(({ fieldNames }) => fieldNames);
};

const FILLED: NewVacancy = {
  metier: 'atsem',
  cadre: 'atsem',
  grades: ['ATSEM principal de 2e classe'],
  startsOn: inDays(60),
  missions: 'Vous assistez l’enseignante.\n- accueil des enfants',
  profile: 'Sens de l’écoute',
  conditions: 'Congés sur le temps scolaire',
  rifseep: true,
  nbi: 10,
  benefits: 'Titres-restaurant',
  dveNumber: 'V059261100012',
};

describe('the posting of an offer', () => {
  test.each<[string, NewVacancy]>([
    ['of which nothing more is said', {}],
    ['of which all is said', FILLED],
    ['part time', { weeklyMinutes: 1_050 }],
    ['under a contract', { nature: 'temporary', contractuels: true, durationMonths: 6 }],
  ])('%s is valid', async (_which, input) => {
    const posting = await postingOf(input);
    expect(posting['@type']).toBe('JobPosting');
    expect(await errorsIn(posting)).toEqual([]);
  });

  test.each(['title', 'description', 'datePosted', 'hiringOrganization', 'jobLocation'])('without its %s is not', async (property) => {
    const { [property]: _left, ...mutated } = await postingOf(FILLED);
    expect((await errorsIn(mutated)).join()).toContain(property);
  });

  test('with a date that is none is not', async () => {
    expect(await errorsIn({ ...(await postingOf(FILLED)), datePosted: 'bientôt' })).toContain('datePosted');
  });
});
