import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { ReplyModel } from '../../../server/src/features/forum/reply.model.ts';
import { call, ok } from '../../support/api-client.ts';
import { expectExactCounters, expectNoFailure, settled, statusesOf, times } from '../../support/at-once.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestPerson } from '../../support/world.ts';

const { forum } = contract;

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('a thread, by many at once', () => {
  test('moves while people reply: no reply is lost, none is left behind, and both clubs count right', async () => {
    const [from, to] = [await buildClub(), await buildClub()];
    const pilot = await buildPerson(server, {
      clubs: [
        [from, 'pilot'],
        [to, 'pilot'],
      ],
    });
    const { thread } = await buildThread(server, { club: from, author: pilot });
    const writers = await times(6, () => buildPerson(server));
    const reply = ({ session }: TestPerson, text: string) => call(session, forum.reply, { id: thread.id, body: paragraphs(text) });
    for (const { slug } of [to, from, to]) {
      const [moved, ...answers] = await Promise.all([
        call(pilot.session, forum.move, { id: thread.id, club: slug }),
        ...writers.map((writer) => reply(writer, `Pendant le voyage vers ${slug}.`)),
      ]);
      expect([moved.status, ...statusesOf(answers)]).toEqual([200, 201]);
    }
    await settled();
    const page = await ok(pilot.session, forum.get, { id: thread.id });
    expect(page).toMatchObject({ clubId: to.id, replyCount: 18 });
    expect(await ReplyModel.distinct('clubId', { threadId: thread.id })).toEqual([to.id]);
    for (const club of [from, to]) await expectExactCounters(club);
  });

  test('has its answer accepted twice: it is accepted once, and who gave it is told once', async () => {
    const { thread, author, replies, club } = await buildThread(server, { replies: 0 });
    expect(replies).toEqual([]);
    const helper = await buildPerson(server, { clubs: [[club, 'member']] });
    const answer = await ok(helper.session, forum.reply, { id: thread.id, body: paragraphs('Voici comment nous faisons.') });
    const answers = await times(6, () => call(author.session, forum.accept, { id: thread.id, replyId: answer.id }));
    expectNoFailure(answers);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    await settled();
    expect(await ok(author.session, forum.get, { id: thread.id })).toMatchObject({ status: 'resolved', acceptedReplyId: answer.id });
    const told = async () =>
      (await ok(helper.session, contract.notifications.list, {})).items.filter(({ kind }) => kind === 'answer-accepted');
    await expect.poll(async () => (await told()).length).toBe(1);
  });
});
