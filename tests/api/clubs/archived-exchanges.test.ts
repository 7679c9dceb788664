import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { giveRights } from '../../../server/src/features/invitations/give-rights.ts';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestClub, type TestPerson } from '../../support/world.ts';

const { clubs, forum } = contract;

let server: Server;
let club: TestClub;
let author: TestPerson;
let pilot: TestPerson;
let administrator: TestPerson;
let threadId: string;
let replyId: string;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  administrator = await buildPerson(server, { administrator: true });
  author = await buildPerson(server, { clubs: [[club, 'member']] });
  pilot = await buildPerson(server, { clubs: [[club, 'pilot']] });
  threadId = (await buildThread(server, { club, author })).thread.id;
  replyId = (await buildReply(pilot, threadId)).id;
  await ok(administrator.session, clubs.archive, { slug: club.slug });
});

describe('in an archived club', () => {
  test('nobody votes, accepts, corrects, asks the same or deposits anything', async () => {
    const body = paragraphs('Un autre texte.');
    await refused(author.session, forum.setUseful, { id: replyId }, 'forbidden');
    await refused(author.session, forum.accept, { id: threadId, replyId }, 'forbidden');
    await refused(pilot.session, forum.setMeToo, { id: threadId }, 'forbidden');
    await refused(pilot.session, forum.editReply, { id: replyId, body, version: 1 }, 'forbidden');
    await refused(author.session, forum.edit, { id: threadId, title: 'Un autre titre entier', body, version: 1 }, 'forbidden');
    await refused(pilot.session, clubs.setTags, { slug: club.slug, items: [], version: 0 }, 'forbidden');
  });

  test('no thread comes from elsewhere, and an author still takes back her text', async () => {
    const elsewhere = await buildClub();
    const other = await buildThread(server, { club: elsewhere, author: administrator });
    await refused(administrator.session, forum.move, { id: other.thread.id, club: club.slug }, 'forbidden');
    await ok(pilot.session, forum.deleteReply, { id: replyId });
  });

  test('an invitation sent before lets nobody in', async () => {
    const agent = await buildPerson(server);
    await giveRights({ byId: administrator.id, accepted: true }, agent.id, [{ scope: 'club', scopeId: club.id, role: 'member' }]);
    expect((await ok(agent.session, clubs.get, { slug: club.slug })).standing).toBe('none');
  });
});
