import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

const { get, reply } = contract.forum;
const body = paragraphs('Nous demandons deux places.');

let server: Server;
let agent: TestPerson;
let colleague: TestPerson;
beforeAll(async () => {
  server = await startServer();
  agent = await buildPerson(server);
  colleague = await buildPerson(server, { commune: 'onnaing' });
});

describe('forum.reply', () => {
  test('gives back the reply as its reading does, and answers the question', async () => {
    const { thread } = await buildThread(server, { author: agent });
    const created = await ok(colleague.session, reply, { id: thread.id, body });
    expect(created).toMatchObject({ threadId: thread.id, number: 1, parentId: null, body, version: 1, deleted: false, usefulCount: 0 });
    const page = await ok(colleague.session, get, { id: thread.id });
    expect(page.replies.items).toEqual([created]);
    expect(page).toMatchObject({ status: 'answered', replyCount: 1, lastReplyBy: { id: colleague.id } });
  });

  test('by the asker herself leaves the question without an answer', async () => {
    const { thread } = await buildThread(server, { author: agent, replies: 1 });
    expect(await ok(agent.session, get, { id: thread.id })).toMatchObject({ status: 'open', replyCount: 1 });
  });

  test('numbers replies sent at one instant without a gap', async () => {
    const { thread } = await buildThread(server, { author: agent });
    const created = await Promise.all(
      Array.from({ length: 12 }, (_, i) => buildReply(i % 2 ? agent : colleague, thread.id, `Réponse ${i}`)),
    );
    const numbers = created.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    expect(await ok(agent.session, get, { id: thread.id })).toMatchObject({ replyCount: 12 });
  });

  test('sent twice with one key, creates one reply', async () => {
    const { thread } = await buildThread(server, { author: agent });
    const idempotencyKey = 'c0a81c8e-5f5b-4c0e-9b9e-0d3f7a0f4d11';
    const sent = await Promise.all([1, 2, 3].map(() => ok(colleague.session, reply, { id: thread.id, body, idempotencyKey })));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect((await ok(agent.session, get, { id: thread.id })).replies.items).toHaveLength(1);
  });

  test('nests under a top-level reply, and no deeper', async () => {
    const { thread, replies } = await buildThread(server, { author: agent, replies: 1 });
    const nested = await buildReply(colleague, thread.id, 'Et chez nous aussi.', replies[0]?.id);
    expect(nested).toMatchObject({ parentId: replies[0]?.id, number: 2 });
    const problem = await refused(agent.session, reply, { id: thread.id, body, parentId: nested.id }, 'invalid-input');
    expect(problem.errors?.[0]?.path).toBe('parentId');
  });

  test('does not nest under a reply of another thread', async () => {
    const { thread } = await buildThread(server, { author: agent });
    const other = await buildThread(server, { author: agent, replies: 1 });
    await refused(agent.session, reply, { id: thread.id, body, parentId: other.replies[0]?.id }, 'not-found');
  });

  test('is refused once the thread is deleted', async () => {
    const { thread } = await buildThread(server, { author: agent });
    await ok(agent.session, contract.forum.delete, { id: thread.id });
    await refused(colleague.session, reply, { id: thread.id, body }, 'not-found');
    await refused(agent.session, reply, { id: thread.id, body }, 'forbidden');
  });

  test.each([
    ['an empty text', { body: { type: 'doc', content: [{ type: 'paragraph' }] } }],
    ['no text', { body: null }],
    ['a parent that is a number', { parentId: 3 }],
  ])('refuses %s', async (_case, wrong) => {
    const { thread } = await buildThread(server, { author: agent });
    await refused(agent.session, reply, { id: thread.id, body, ...wrong }, 'invalid-input');
  });
});
