import type { PersonRef } from '@beffroi/shared/core/person-ref';
import { beforeAll, expect, test } from 'vitest';
import { writeTopics } from '../../bench/write-topics.ts';
import { ReplyModel } from '../../server/src/features/forum/reply.model.ts';
import { ThreadModel } from '../../server/src/features/forum/thread.model.ts';
import { SearchEntryModel } from '../../server/src/features/search/search-entry.model.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../support/world.ts';

const TITLE = 'Comment financer la rénovation du gymnase';
const QUESTION = 'Le gymnase de la commune demande des travaux.';
const ANSWER = 'Nous avons demandé une subvention au département.';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

/** What a document holds, its ids and instants apart, which no two share. */
const shapeOf = (document: object | null): unknown =>
  JSON.parse(
    JSON.stringify(document, (key, value) => {
      if (['_id', 'threadId', 'refId', 'clubId', 'clubSlug'].includes(key)) return 'an id';
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? 'an instant' : value;
    }),
  );

const storedIn = async ({ id: clubId }: TestClub) => {
  const [thread, reply] = await Promise.all([ThreadModel.findOne({ clubId }).lean(), ReplyModel.findOne({ clubId }).lean()]);
  const entries = await SearchEntryModel.find({ clubId }).sort({ kind: -1 }).lean();
  return { thread: shapeOf(thread), reply: shapeOf(reply), entries: entries.map(shapeOf) };
};
const refOf = ({ id, name }: TestPerson): PersonRef => ({ id, name, commune: { slug: 'anzin', name: 'Anzin' } });

test('the texts measured on are those that writing them one by one would have made', async () => {
  const [asker, colleague] = [await buildPerson(server), await buildPerson(server)];
  const [byCommands, inBulk] = [await buildClub(), await buildClub()];
  const { thread } = await buildThread(server, { club: byCommands, author: asker, title: TITLE, text: QUESTION });
  await buildReply(colleague, thread.id, ANSWER);
  const posts = [
    { user: 0, body: QUESTION, at: 2_000 },
    { user: 1, body: ANSWER, at: 1_000 },
  ];
  const topic = { i: 0, category: 0, user: 0, title: TITLE, at: 2_000, posts };
  await writeTopics([topic], [{ clubId: inBulk.id, clubSlug: inBulk.slug }], [refOf(asker), refOf(colleague)]);
  const bulk = await storedIn(inBulk);
  await expect.poll(() => storedIn(byCommands)).toEqual(bulk);
});
