import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { Reply } from '@beffroi/shared/features/forum/forum.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasUnsettled } from '../../../server/src/features/forum/settle.ts';
import { call, ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { forum, clubs } = contract;

let server: Server;
let people: Pick<Scene, 'club' | 'other' | 'asker' | 'answerer' | 'reader' | 'pilot'>;
beforeAll(async () => {
  server = await startServer();
  const [club, other] = [await buildClub({ access: 'request' }), await buildClub({ access: 'request' })];
  const member = (commune: string) => buildPerson(server, { commune, clubs: [[club, 'member']] });
  const [asker, answerer, reader] = [await member('anzin'), await member('onnaing'), await member('anzin')];
  const pilot = await buildPerson(server, {
    clubs: [
      [club, 'pilot'],
      [other, 'pilot'],
    ],
  });
  people = { club, other, asker, answerer, reader, pilot };
});

interface Scene {
  id: string;
  club: TestClub;
  other: TestClub;
  first: string;
  replies: [Reply, Reply];
  asker: TestPerson;
  answerer: TestPerson;
  reader: TestPerson;
  pilot: TestPerson;
}

const settled = () => expect.poll(hasUnsettled).toBe(false);

const buildScene = async (): Promise<Scene> => {
  const { club, asker, answerer, pilot } = people;
  const { thread: first } = await buildThread(server, { club, author: pilot });
  const { thread } = await buildThread(server, { club, author: asker });
  const replies: [Reply, Reply] = [await buildReply(answerer, thread.id), await buildReply(asker, thread.id, 'Merci.')];
  await settled();
  return { ...people, id: thread.id, first: first.id, replies };
};

/** What a person is answered; asking for what she missed, or since an instant, is never answered from memory. */
const seenBy = async ({ session }: TestPerson, { id, club }: Scene, fresh: boolean) => {
  const { status, body } = await call(session, forum.get, { id, ...(fresh && { after: 0 }) });
  const list = await call(session, forum.list, { slug: club.slug, ...(fresh && { since: new Date(0).toISOString() }) });
  return { thread: [status, status === 200 && body], list: [list.status, list.status === 200 && list.body] };
};

const seenByAll = async (scene: Scene, fresh = false) => {
  const { asker, answerer, reader, pilot } = scene;
  return Promise.all([asker, answerer, reader, pilot].map((person) => seenBy(person, scene, fresh)));
};

type Act = (scene: Scene) => Promise<unknown>;
const reason = 'Hors du sujet.';
const accept: Act = ({ id, asker, replies }) => ok(asker.session, forum.accept, { id, replyId: replies[0].id });
const vote: Act = ({ reader, replies }) => ok(reader.session, forum.setUseful, { id: replies[0].id });

const acts: Record<string, [act: Act, before?: Act]> = {
  'a reply': [({ id, reader }) => buildReply(reader, id)],
  'an edited reply': [
    ({ answerer, replies }) =>
      ok(answerer.session, forum.editReply, { id: replies[0].id, body: paragraphs('Autrement dit.'), version: replies[0].version }),
  ],
  'an edited question': [
    ({ id, asker }) => ok(asker.session, forum.edit, { id, title: 'Comment faire ?', body: paragraphs('Plus court.'), version: 1 }),
  ],
  'a vote': [vote],
  'one who asks the same': [({ id, reader }) => ok(reader.session, forum.setMeToo, { id })],
  'an accepted answer': [accept],
  'an acceptance taken back': [({ id, asker }) => ok(asker.session, forum.unaccept, { id }), accept],
  'a deleted reply': [({ answerer, replies }) => ok(answerer.session, forum.deleteReply, { id: replies[0].id })],
  'a reply brought back': [
    ({ answerer, replies }) => ok(answerer.session, forum.restoreReply, { id: replies[0].id }),
    ({ answerer, replies }) => ok(answerer.session, forum.deleteReply, { id: replies[0].id }),
  ],
  'a removed reply': [({ pilot, replies }) => ok(pilot.session, forum.removeReply, { id: replies[0].id, reason })],
  'a removed question': [({ id, pilot }) => ok(pilot.session, forum.remove, { id, reason })],
  'a deleted question': [({ id, asker }) => ok(asker.session, forum.delete, { id })],
  'a closed thread': [({ id, pilot }) => ok(pilot.session, forum.close, { id, reason })],
  'a pinned thread': [({ id, pilot }) => ok(pilot.session, forum.pin, { id })],
  'a question asked before': [({ id, pilot, first }) => ok(pilot.session, forum.markDuplicate, { id, of: first })],
  'a move to another club': [({ id, pilot, other }) => ok(pilot.session, forum.move, { id, club: other.slug })],
};

describe('pages that readers share', () => {
  test.each(Object.entries(acts))('show %s at once, each reader what is hers', async (_name, [act, before]) => {
    const scene = await buildScene();
    await before?.(scene);
    const remembered = await seenByAll(scene);
    await act(scene);
    expect(await seenByAll(scene)).not.toEqual(remembered);
    // What follows from it, in the background, is shown too.
    await settled();
    expect(await seenByAll(scene)).toEqual(await seenByAll(scene, true));
  });

  test('show a thread where a reply takes it, on each page of a list', async () => {
    const club = await buildClub({ access: 'request' });
    const reader = await buildPerson(server, { clubs: [[club, 'member']] });
    // Another than the reader: what she has written is marked read after her answer, between two readings.
    const writer = await buildPerson(server, { clubs: [[club, 'member']] });
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) ids.push((await buildThread(server, { club, author: reader })).thread.id);
    await settled();
    const cursors: (string | undefined)[] = [undefined];
    const pages = (fresh: boolean) =>
      Promise.all(
        cursors.map(async (cursor) => {
          const since = fresh ? { since: new Date(0).toISOString() } : {};
          return (await ok(reader.session, forum.list, { slug: club.slug, limit: 1, ...(cursor && { cursor }), ...since })).items;
        }),
      );
    for (let i = 0; i < 3; i++) {
      const cursor = cursors.at(-1);
      const { nextCursor } = await ok(reader.session, forum.list, { slug: club.slug, limit: 1, ...(cursor && { cursor }) });
      cursors.push(nextCursor as string);
    }
    const remembered = await pages(false);
    await buildReply(writer, ids[1] as string);
    const shown = await pages(false);
    expect(shown).toEqual(await pages(true));
    // It was the third: it is the first, its page shows the one below, and the page above is as it was.
    expect(shown.map(([item]) => item?.id)).toEqual([ids[1], ids[2], ids[0], ids[0]]);
    expect(shown[1]).toEqual(remembered[1]);
  });

  test('are shown no longer to who left the club', async () => {
    const scene = await buildScene();
    const leaver = await buildPerson(server, { clubs: [[scene.club, 'member']] });
    await ok(leaver.session, forum.get, { id: scene.id });
    await ok(leaver.session, clubs.leave, { slug: scene.club.slug });
    await refused(leaver.session, forum.get, { id: scene.id }, 'not-found');
    await refused(leaver.session, forum.list, { slug: scene.club.slug }, 'not-found');
  });

  test('never give one reader what is another’s', async () => {
    const scene = await buildScene();
    await vote(scene);
    await ok(scene.reader.session, forum.setMeToo, { id: scene.id });
    const pages = await Promise.all(
      [scene.reader, scene.answerer, scene.asker, scene.pilot].map(async ({ session }) => {
        const { meToo, abilities, replies } = await ok(session, forum.get, { id: scene.id });
        const [reply] = replies.items;
        return [meToo, reply?.useful, abilities['thread.edit'], reply?.abilities['reply.edit'], reply?.abilities['reply.remove']];
      }),
    );
    expect(pages).toEqual([
      [true, true, false, false, false],
      [false, false, false, true, false],
      [false, false, true, false, false],
      [false, false, true, true, true],
    ]);
  });
});
