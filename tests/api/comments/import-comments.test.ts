import { randomUUID } from 'node:crypto';
import { passageOf, textOf } from '@beffroi/shared/collab/anchors';
import { DOCUMENT_FRAGMENT } from '@beffroi/shared/collab/document-schema';
import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentOf } from '../../../server/src/collab/document-content.ts';
import { CommentThreadModel } from '../../../server/src/features/comments/comment-thread.model.ts';
import { fromDocx } from '../../../server/src/features/document-exports/from-docx.ts';
import { commentedFile, over, run } from '../../../server/src/features/document-exports/testing/commented-file.ts';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { ok, refused } from '../../support/api-client.ts';
import { openText } from '../../support/live-text.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { importFile } from '../../support/word-files.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { list, edit, reply, resolve, reopen, delete: remove } = contract.comments;

let server: Server;
let club: TestClub;
let importer: TestPerson;
let colleague: TestPerson;
let file: Buffer;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub({ access: 'request' });
  importer = await buildPerson(server, { clubs: [[club, 'member']] });
  colleague = await buildPerson(server, { clubs: [[club, 'member']] });
  const body = `<w:p>${run('Le marché dure ')}${over(0, run('trente jours'))}${run(' au plus. ')}${over(2, run('Chaque lot'))}${run(' est à part.')}</w:p>`;
  file = await commentedFile(body, [
    { author: 'Juriste', at: '2026-03-12T09:30:00Z', lines: ['Trop long ?'], paragraph: 'A' },
    { author: 'Acheteur', at: '2026-03-13T09:30:00Z', lines: ['Non.'], paragraph: 'B', parent: 'A' },
    { author: 'Juriste', at: '0001-01-01T00:00:00Z', lines: ['Vérifié.'], paragraph: 'C', done: true },
  ]);
});

const imported = async (fields = {}) => {
  const { status, body } = await importFile(importer.session, club.slug, file, fields);
  expect(status, JSON.stringify(body)).toBe(201);
  return body as unknown as { id: string; dropped: string[] };
};
const begun = async () => {
  const { id } = await imported();
  const { items } = await ok(importer.session, list, { id });
  const about = (text: string) => items.find(({ body }) => JSON.stringify(body).includes(text));
  return { id, items, first: about('Trop long'), settled: about('Vérifié') };
};

describe('the comments of an imported Word file', () => {
  test('stand beside the model on their words, by who imported them in the name Word gives, answered and resolved as there', async () => {
    const { dropped } = await imported();
    expect(dropped).toContain('3\u00a0commentaires sont repris, au nom que Word donne à leur auteur.');
    const { id, items, first, settled } = await begun();
    expect(items).toHaveLength(2);
    const by = { author: { id: importer.id }, editedAt: null };
    expect(first).toMatchObject({
      ...by,
      quote: 'trente jours',
      body: paragraphs('Trop long ?'),
      imported: { author: 'Juriste', at: '2026-03-12T09:30:00.000Z' },
      resolution: null,
      replies: [{ ...by, body: paragraphs('Non.'), imported: { author: 'Acheteur', at: '2026-03-13T09:30:00.000Z' } }],
    });
    expect(settled).toMatchObject({ ...by, quote: 'Chaque lot', imported: { author: 'Juriste', at: null }, resolution: { by: null } });
    const { doc } = await openText(importer, await ok(importer.session, contract.templates.get, { id }));
    const content = contentOf(doc);
    const words = items.map(({ anchor }) => {
      const passage = passageOf(doc.getXmlFragment(DOCUMENT_FRAGMENT), anchor);
      return passage && textOf(content, passage);
    });
    expect(words.sort()).toEqual(['Chaque lot', 'trente jours']);
  });

  test('go out again as they came, after what was answered here', async () => {
    const { id, first } = await begun();
    await ok(colleague.session, reply, { id: first?.id ?? '', body: paragraphs('Trente, donc.') });
    const exported = await fetch(`${server.url}/api/templates/${id}/export?format=docx`, { headers: { cookie: importer.session.cookie } });
    const again = await fromDocx(new Uint8Array(await exported.arrayBuffer()), { personId: 'person' });
    expect(again.comments).toMatchObject([
      {
        author: 'Juriste',
        at: '2026-03-12T09:30:00.000Z',
        text: 'Trop long ?',
        replies: [
          { author: 'Acheteur', text: 'Non.' },
          { author: colleague.name, text: 'Trente, donc.' },
        ],
        resolved: false,
      },
      { author: 'Juriste', text: 'Vérifié.', replies: [], resolved: true },
    ]);
  });

  test('are there once, however often the file is sent', async () => {
    const idempotencyKey = randomUUID();
    const [one] = await Promise.all([imported({ idempotencyKey }), imported({ idempotencyKey })]);
    expect((await imported({ idempotencyKey })).id).toBe(one.id);
    expect(await CommentThreadModel.countDocuments({ templateId: one.id })).toBe(2);
  });

  test('are told to nobody: nobody here just said them', async () => {
    const { id, first } = await begun();
    await ok(colleague.session, reply, { id: first?.id ?? '', body: paragraphs('Vu.') });
    // Who imported answers for it, and hears of what is answered.
    const heard = () => NotificationModel.find({ templateId: id }, { _id: 0, personId: 1, note: 1 }).lean();
    await expect.poll(heard).toEqual([{ personId: importer.id, note: 'Vu.' }]);
  });

  test('are deleted and resolved by who imported them, and rewritten by nobody', async () => {
    const { first, settled } = await begun();
    const id = first?.id ?? '';
    expect(first?.abilities).toMatchObject({ 'comment.edit': false, 'comment.delete': true });
    await refused(importer.session, edit, { id, version: 1, body: paragraphs('Autre chose') }, 'forbidden');
    await refused(colleague.session, remove, { id }, 'forbidden');
    expect(await ok(importer.session, reopen, { id: settled?.id ?? '' })).toMatchObject({ resolution: null });
    expect(await ok(importer.session, resolve, { id })).toMatchObject({ resolution: { by: { id: importer.id } } });
    expect(await ok(importer.session, remove, { id })).toMatchObject({ deleted: true });
  });
});
