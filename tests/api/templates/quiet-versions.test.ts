import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { contract } from '@beffroi/shared/contract';
import { expect, test } from 'vitest';
import { Doc } from 'yjs';
import type { LiveDocuments } from '../../../server/src/collab/collab-feature.ts';
import { writeContent } from '../../../server/src/collab/document-content.ts';
import { keepQuietVersions } from '../../../server/src/features/templates/follow-writing.ts';
import { TemplateModel } from '../../../server/src/features/templates/template.model.ts';
import { ok } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { startServer } from '../../support/start-server.ts';
import { buildTemplate, openTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson } from '../../support/world.ts';

const server = await startServer();

/** Reads one text whatever document is asked. */
const saying = (words: string): LiveDocuments => {
  const doc = new Doc();
  writeContent(doc, documentSchema.node('doc', null, [documentSchema.node('paragraph', null, [documentSchema.text(words)])]));
  return { read: async () => doc } as unknown as LiveDocuments;
};

test('a version is kept of what went quiet, with who wrote it, once, and not of what is being written', async () => {
  const club = await buildClub();
  const member = await buildPerson(server, { clubs: [[club, 'member']] });
  const template = await buildTemplate(member, club);
  const page = openTemplate(member, template);
  await eventually(() => expect(page.provider.synced).toBe(true));
  page.write('Un texte');
  await eventually(async () => expect(await TemplateModel.findById(template.id).lean()).toMatchObject({ unversioned: true }));
  const numbers = async () => (await ok(member.session, contract.templates.versions, { id: template.id })).items;
  await keepQuietVersions(saying('Un texte'));
  expect(await numbers()).toEqual([]);
  await keepQuietVersions(saying('Un texte'), { quietMs: 0 });
  expect(await numbers()).toMatchObject([{ number: 1, origin: 'automatic', by: null, authors: [{ id: member.id }] }]);
  await keepQuietVersions(saying('Un texte'), { quietMs: 0 });
  expect(await numbers()).toHaveLength(1);
});

test('a document that cannot be read keeps no other from its version', async () => {
  const club = await buildClub();
  const member = await buildPerson(server, { clubs: [[club, 'member']] });
  const broken = await buildTemplate(member, club);
  const whole = await buildTemplate(member, club);
  const ids = [broken.id, whole.id];
  await TemplateModel.updateMany({ _id: { $in: ids } }, { $set: { unversioned: true, changedAt: new Date(0) } });
  const { read } = saying('Un texte');
  const documents = {
    read: async (documentId: string) => {
      if (documentId === broken.documentId) throw new Error('unreadable');
      return read(documentId);
    },
  } as unknown as LiveDocuments;
  await keepQuietVersions(documents, { quietMs: 0 });
  expect((await ok(member.session, contract.templates.versions, { id: whole.id })).items).toMatchObject([{ number: 1 }]);
});
