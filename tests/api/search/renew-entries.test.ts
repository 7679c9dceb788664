import { contract } from '@beffroi/shared/contract';
import mongoose from 'mongoose';
import { beforeAll, expect, test } from 'vitest';
import { Doc } from 'yjs';
import { renewEntries } from '../../../server/src/features/search/renew-entries.ts';
import { SearchEntryModel } from '../../../server/src/features/search/search-entry.model.ts';
import { ok } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson, type TestPerson } from '../../support/world.ts';

/** Texts without a word: titles are found all the same. */
const documents = { read: async () => new Doc() } as never;

let server: Server;
let pilot: TestPerson;
let id: string;
beforeAll(async () => {
  server = await startServer();
  const club = await buildClub();
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  ({ id } = await buildTemplate(pilot, club, { title: 'Balayage des caniveaux' }));
});

const found = async () =>
  (await ok(pilot.session, contract.search.search, { q: 'caniveaux', kind: 'template' })).items.map((hit) => hit.id);
/** As it was indexed before its kind was among its terms. */
const forget = async () => {
  await mongoose.connection.collection('milestones').deleteMany({});
  await SearchEntryModel.updateOne({ _id: `template:${id}` }, { $pull: { terms: '@template' } });
};

test('models indexed before are found by their kind once they were gone through', async () => {
  await expect.poll(found).toEqual([id]);
  await forget();
  expect(await found()).toEqual([]);
  await renewEntries(documents, () => false);
  expect(await found()).toEqual([]);
  await renewEntries(documents);
  expect(await found()).toEqual([id]);
  await SearchEntryModel.updateOne({ _id: `template:${id}` }, { $pull: { terms: '@template' } });
  await renewEntries(documents);
  expect(await found()).toEqual([]);
});
