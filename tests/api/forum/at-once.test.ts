import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { Types } from 'mongoose';
import { beforeAll, describe, expect, test } from 'vitest';
import { ReplyModel } from '../../../server/src/features/forum/reply.model.ts';
import { sweepUnsettled } from '../../../server/src/features/forum/settle.ts';
import { ThreadModel } from '../../../server/src/features/forum/thread.model.ts';
import { call, ok } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

const { accept, deleteReply, get, reply } = contract.forum;

let server: Server;
let colleague: TestPerson;
beforeAll(async () => {
  server = await startServer();
  colleague = await buildPerson(server, { commune: 'onnaing' });
});

describe('many at once', () => {
  test('each get a number of their own, without gap', async () => {
    const { thread, author } = await buildThread(server);
    const writers = Array.from({ length: 60 }, (_, i) => (i % 2 ? author : colleague));
    const answers = await Promise.all(
      writers.map(({ session }, i) => call(session, reply, { id: thread.id, body: paragraphs(`Ensemble, ${i}.`) })),
    );
    expect(answers.map(({ status }) => status)).toEqual(writers.map(() => 201));
    const numbers = answers.map(({ body }) => (body as { number: number }).number).sort((a, b) => a - b);
    expect(numbers).toEqual(writers.map((_, i) => i + 1));
    expect(await ok(author.session, get, { id: thread.id })).toMatchObject({ replyCount: 60, status: 'answered' });
  });

  test('an acceptance is never lost to the deletion of another reply', async () => {
    for (let round = 0; round < 8; round++) {
      const { thread, author } = await buildThread(server);
      const [kept, gone] = [await buildReply(colleague, thread.id), await buildReply(colleague, thread.id)];
      await Promise.all([
        ok(author.session, accept, { id: thread.id, replyId: kept.id }),
        ok(colleague.session, deleteReply, { id: gone.id }),
      ]);
      expect(await ok(author.session, get, { id: thread.id })).toMatchObject({
        status: 'resolved',
        acceptedReplyId: kept.id,
        replyCount: 1,
      });
    }
  });

  test('the key of one reply does not give the reply of another thread', async () => {
    const [one, two] = [await buildThread(server), await buildThread(server)];
    const idempotencyKey = crypto.randomUUID();
    const body = paragraphs('Une seule fois.');
    await ok(colleague.session, reply, { id: one.thread.id, body, idempotencyKey });
    expect((await call(colleague.session, reply, { id: two.thread.id, body, idempotencyKey })).status).toBe(400);
  });
});

describe('a crash in between', () => {
  test('of deleting the accepted answer and telling its thread is made good', async () => {
    const { thread, author } = await buildThread(server);
    const answer = await buildReply(colleague, thread.id);
    await ok(author.session, accept, { id: thread.id, replyId: answer.id });
    await expect.poll(() => ThreadModel.exists({ _id: thread.id, unsettled: { $exists: true } })).toBeNull();
    // What the first of the two writes leaves behind when the process dies before the second.
    const unsettled = `changed:${new Types.ObjectId().toHexString()}`;
    await ReplyModel.updateOne({ _id: answer.id }, { $set: { deletedAt: new Date(), deletedBy: colleague.id, unsettled } });
    await sweepUnsettled({ all: true });
    expect(await ok(author.session, get, { id: thread.id })).toMatchObject({
      status: 'open',
      acceptedReplyId: null,
      replyCount: 0,
      lastReplyBy: null,
    });
    expect(await ReplyModel.exists({ _id: answer.id, unsettled: { $exists: true } })).toBeNull();
  });
});
