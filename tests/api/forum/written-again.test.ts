import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, expect, test } from 'vitest';
import { ReplyModel } from '../../../server/src/features/forum/reply.model.ts';
import { changeMark } from '../../../server/src/features/forum/settle.ts';
import { ThreadModel } from '../../../server/src/features/forum/thread.model.ts';
import { subscribe } from '../../../server/src/platform/events.ts';
import { objectId } from '../../../server/src/platform/object-id.ts';
import { ok } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

let server: Server;
let author: TestPerson;
beforeAll(async () => {
  server = await startServer();
  author = await buildPerson(server);
});

const found = async (q: string): Promise<string[]> => (await ok(author.session, contract.search.search, { q })).items.map(({ id }) => id);

// Another process writes the text again while what follows from its being new is carried out here, and settles that before this one is done.
const again = (text: string) => ({ $set: { body: paragraphs(text), unsettled: changeMark({}) } });

test('a reply changed elsewhere while it is settled is found as it is now', async () => {
  const { thread } = await buildThread(server, { author });
  const stop = subscribe('forum.reply.created', async ({ replyId, threadId }) => {
    if (threadId === thread.id) await ReplyModel.updateOne({ _id: objectId(replyId) }, again('Le texte parle de chrysanthèmes.'));
  });
  const { id } = await buildReply(author, thread.id, 'Le texte parle de glycines.');
  await expect.poll(() => found('chrysanthèmes')).toEqual([id]);
  expect(await found('glycines')).toEqual([]);
  stop();
});

test('a thread changed elsewhere while it is settled is found as it is now', async () => {
  const stop = subscribe('forum.thread.created', async ({ threadId }) => {
    await ThreadModel.updateOne({ _id: objectId(threadId) }, again('Le texte parle de pivoines.'));
  });
  const { thread } = await buildThread(server, {
    author,
    title: 'Le fleurissement des ronds-points',
    text: 'Le texte parle de capucines.',
  });
  await expect.poll(() => found('pivoines')).toEqual([thread.id]);
  expect(await found('capucines')).toEqual([]);
  stop();
});
