import { documentSchema } from '@beffroi/shared/collab/document-schema';
import { contract } from '@beffroi/shared/contract';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Doc } from 'yjs';
import { writeContent } from '../../../server/src/collab/document-content.ts';
import { restoreVersion as restoreVersionCommand } from '../../../server/src/features/templates/commands/restore-version.ts';
import { ok, refused } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate, openTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { changeState, comparison, content, nameVersion, restoreVersion, version, versions } = contract.templates;

let server: Server;
let club: TestClub;
let pilot: TestPerson;
let reader: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  reader = await buildPerson(server);
});

const textOf = async ({ id }: Template): Promise<string> => JSON.stringify((await ok(reader.session, content, { id })).content);

/** Writes into a model as a browser does, and waits until the server has it. */
const write = async (template: Template, words: string) => {
  const page = openTemplate(pilot, template);
  await eventually(() => expect(page.provider.synced).toBe(true));
  page.write(words);
  await eventually(async () => expect(await textOf(template)).toContain(words));
  return page;
};

describe('templates.nameVersion', () => {
  test('keeps the present text under a name, for those who take part in writing', async () => {
    const template = await buildTemplate(pilot, club);
    await write(template, 'Premier état');
    const kept = await ok(pilot.session, nameVersion, { id: template.id, name: 'Avant la commission' });
    expect(kept).toMatchObject({ number: 1, origin: 'named', name: 'Avant la commission', by: { id: pilot.id }, replaced: false });
    await refused(reader.session, nameVersion, { id: template.id, name: 'La mienne' }, 'forbidden');
    await refused(pilot.session, nameVersion, { id: template.id, name: ' ' }, 'invalid-input');
  });
  test('gives each a number of its own, when many keep one at once', async () => {
    const template = await buildTemplate(pilot, club);
    const kept = await Promise.all([1, 2, 3, 4].map((n) => ok(pilot.session, nameVersion, { id: template.id, name: `Version ${n}` })));
    expect(kept.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
  });
});

describe('templates.versions', () => {
  test('lists them, the last first, page by page', async () => {
    const template = await buildTemplate(pilot, club);
    for (const name of ['Un', 'Deux', 'Trois', 'Quatre']) await ok(pilot.session, nameVersion, { id: template.id, name });
    const page = await ok(reader.session, versions, { id: template.id, limit: 3 });
    expect(page.items.map(({ number }) => number)).toEqual([4, 3, 2]);
    const rest = await ok(reader.session, versions, { id: template.id, limit: 3, cursor: page.nextCursor as string });
    expect(rest).toMatchObject({ items: [{ number: 1 }], nextCursor: null });
    await refused(reader.session, versions, { id: template.id, cursor: 'x' }, 'invalid-input');
  });
});

describe('templates.version', () => {
  test('gives a version with its text', async () => {
    const template = await buildTemplate(pilot, club);
    await write(template, 'Premier état');
    await ok(pilot.session, nameVersion, { id: template.id, name: 'Première' });
    const kept = await ok(reader.session, version, { id: template.id, number: 1 });
    expect(kept).toMatchObject({ number: 1, name: 'Première' });
    expect(JSON.stringify(kept.content)).toContain('Premier état');
    await refused(reader.session, version, { id: template.id, number: 2 }, 'not-found');
    await refused(reader.session, version, { id: template.id, number: 0 }, 'invalid-input');
  });
});

describe('templates.comparison', () => {
  test('says word by word what changed, to a version and to the present text', async () => {
    const template = await buildTemplate(pilot, club);
    await write(template, 'Les prix sont fermes');
    await ok(pilot.session, nameVersion, { id: template.id, name: 'Un' });
    await write(template, 'Le délai est de trente jours');
    await ok(pilot.session, nameVersion, { id: template.id, name: 'Deux' });
    const changed = await ok(reader.session, comparison, { id: template.id, from: 1, to: 2 });
    expect(changed.changes).toBe(1);
    expect(changed.blocks.find(({ change }) => change === 'added')?.runs).toEqual([
      { text: 'Le délai est de trente jours', change: 'added' },
    ]);
    expect((await ok(reader.session, comparison, { id: template.id, from: 2 })).changes).toBe(0);
    await refused(reader.session, comparison, { id: template.id, from: 9 }, 'not-found');
  });
});

describe('templates.restoreVersion', () => {
  test('writes an earlier text for all who have it open, and erases nothing', async () => {
    const template = await buildTemplate(pilot, club);
    const page = await write(template, 'Texte d’origine');
    await ok(pilot.session, nameVersion, { id: template.id, name: 'Origine' });
    await write(template, 'Ajout regretté');
    const restored = await ok(pilot.session, restoreVersion, { id: template.id, number: 1 });
    expect(restored.origin).toBe('restored');
    await eventually(() => expect(page.text()).toBe('Texte d’origine'));
    const kept = await ok(reader.session, versions, { id: template.id });
    expect(kept.items.map(({ origin }) => origin)).toEqual(['restored', 'before-restore', 'named']);
    expect(JSON.stringify((await ok(reader.session, version, { id: template.id, number: 2 })).content)).toContain('Ajout regretté');
    await refused(reader.session, restoreVersion, { id: template.id, number: 1 }, 'forbidden');
  });
});

describe('restoring while others type', () => {
  test('keeps also what was written after the present text was kept', async () => {
    const template = await buildTemplate(pilot, club);
    await write(template, 'Texte d’origine');
    await ok(pilot.session, nameVersion, { id: template.id, name: 'Origine' });
    const { doc } = await write(template, 'Ajout connu');
    const saying = (words: string) =>
      documentSchema.node('doc', null, [documentSchema.node('paragraph', null, [documentSchema.text(words)])]);
    const documents = {
      read: async () => doc,
      edit: async (_id: string, change: (edited: Doc) => unknown) => {
        writeContent(doc, saying('Ajout du dernier instant'));
        return change(doc);
      },
    };
    const actor = { personId: pilot.id, administrator: false, communes: {}, clubs: { [club.id]: 'pilot' } } as const;
    await restoreVersionCommand(actor, { id: template.id, number: 1 }, documents as never);
    const { items } = await ok(reader.session, versions, { id: template.id });
    expect(items.map(({ origin }) => origin)).toEqual(['restored', 'before-restore', 'before-restore', 'named']);
    expect(JSON.stringify((await ok(reader.session, version, { id: template.id, number: 3 })).content)).toContain('dernier instant');
  });
});

describe('validated versions', () => {
  test('are frozen under their number, and replaced by the next', async () => {
    const template = await buildTemplate(pilot, club);
    await write(template, 'Texte de la v1');
    await ok(pilot.session, changeState, { id: template.id, to: 'validated', version: 1 });
    await refused(pilot.session, restoreVersion, { id: template.id, number: 1 }, 'forbidden');
    await ok(pilot.session, changeState, { id: template.id, to: 'draft', version: 2 });
    await write(template, 'Texte de la v2');
    await ok(pilot.session, changeState, { id: template.id, to: 'validated', version: 3 });
    const kept = (await ok(reader.session, versions, { id: template.id })).items.filter(({ validated }) => validated !== null);
    expect(kept.map(({ validated, replaced }) => [validated, replaced])).toEqual([
      [2, false],
      [1, true],
    ]);
    const first = await ok(reader.session, version, { id: template.id, number: kept[1]?.number as number });
    expect(JSON.stringify(first.content)).not.toContain('v2');
  });
});
