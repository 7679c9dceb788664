import { contract } from '@beffroi/shared/contract';
import { expect, test } from 'vitest';
import { SavedSearchModel } from '../../../server/src/features/vacancies/saved-search.model.ts';
import { VacancyModel } from '../../../server/src/features/vacancies/vacancy.model.ts';
import { ok, send } from '../../support/api-client.ts';
import { startServer } from '../../support/start-server.ts';
import { buildVacancy } from '../../support/vacancies.ts';
import { buildPerson } from '../../support/world.ts';

const LEFT = { metier: 'allumeur-reverberes', cadre: 'gardes-champetres-de-jadis' };

test('offers and saved searches of a métier that has left the directory are read, shown and corrected', async () => {
  const server = await startServer();
  const hr = await buildPerson(server, { roles: ['hr'] });
  const { id, version } = await buildVacancy(hr, { metier: 'atsem' });
  await ok(hr.session, contract.vacancies.saveSearch, { name: 'Ancien métier', filters: { metier: 'atsem' } });
  const usual = { authority: '', organisation: '', contact: '', recipient: 'rh@anzin.example', benefits: '' };
  await ok(hr.session, contract.vacancies.saveSettings, { slug: 'anzin', publicPage: true, ...usual });
  await VacancyModel.updateOne({ _id: id }, { $set: LEFT });
  await SavedSearchModel.updateOne({ personId: hr.id }, { $set: { filters: LEFT } });

  expect((await ok(hr.session, contract.vacancies.list, {})).items).toMatchObject([{ id, ...LEFT }]);
  expect(await ok(hr.session, contract.vacancies.get, { id })).toMatchObject(LEFT);
  expect((await ok(hr.session, contract.vacancies.searches, {})).items).toMatchObject([{ filters: LEFT }]);
  expect((await send({ url: server.url, cookie: '' }, `/offres/${id}`)).body).toContain(LEFT.metier);
  expect(await ok(hr.session, contract.vacancies.edit, { id, version, title: 'Agent (F/H)' })).toMatchObject({ title: 'Agent (F/H)' });
});
