import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

const { accept, get, list, setMeToo, setUseful, unaccept, unsetMeToo, unsetUseful } = contract.forum;

let server: Server;
let asker: TestPerson;
let colleague: TestPerson;
beforeAll(async () => {
  server = await startServer();
  asker = await buildPerson(server);
  colleague = await buildPerson(server, { commune: 'onnaing' });
});

describe('forum.setMeToo', () => {
  test('counts a person once and her commune beside the asker’s', async () => {
    const { thread } = await buildThread(server, { author: asker });
    await Promise.all([1, 2, 3].map(() => ok(colleague.session, setMeToo, { id: thread.id })));
    const neighbour = await buildPerson(server, { commune: 'onnaing' });
    expect(await ok(neighbour.session, setMeToo, { id: thread.id })).toMatchObject({ meToo: true, meTooCount: 2, communeCount: 2 });
    expect(await ok(asker.session, get, { id: thread.id })).toMatchObject({ meToo: false, meTooCount: 2 });
  });

  test('is refused to the asker, and on what is no question', async () => {
    const { thread } = await buildThread(server, { author: asker });
    await refused(asker.session, setMeToo, { id: thread.id }, 'forbidden');
    const { thread: watch } = await buildThread(server, { author: asker, kind: 'watch' });
    await refused(colleague.session, setMeToo, { id: watch.id }, 'forbidden');
  });
});

describe('forum.unsetMeToo', () => {
  test('takes it back, once', async () => {
    const { thread } = await buildThread(server, { author: asker });
    await ok(colleague.session, setMeToo, { id: thread.id });
    for (let i = 0; i < 2; i++)
      expect(await ok(colleague.session, unsetMeToo, { id: thread.id })).toMatchObject({ meToo: false, meTooCount: 0 });
  });
});

describe('forum.accept', () => {
  test('resolves the question, shown in its list', async () => {
    const { thread, club } = await buildThread(server, { author: asker });
    const answer = await buildReply(colleague, thread.id);
    const accepted = await ok(asker.session, accept, { id: thread.id, replyId: answer.id });
    expect(accepted).toMatchObject({ status: 'resolved', resolved: true, acceptedReplyId: answer.id });
    expect((await ok(asker.session, list, { slug: club.slug, status: 'resolved' })).items.map(({ id }) => id)).toEqual([thread.id]);
  });

  test('of another answer replaces the first', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const [first, second] = [await buildReply(colleague, thread.id), await buildReply(colleague, thread.id)];
    await ok(asker.session, accept, { id: thread.id, replyId: first.id });
    expect(await ok(asker.session, accept, { id: thread.id, replyId: second.id })).toMatchObject({ acceptedReplyId: second.id });
  });

  test('does not take a reply of another thread, nor a nested one', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const other = await buildThread(server, { author: asker, replies: 1 });
    await refused(asker.session, accept, { id: thread.id, replyId: other.replies[0]?.id }, 'not-found');
    const top = await buildReply(colleague, thread.id);
    const nested = await buildReply(colleague, thread.id, 'Une précision.', top.id);
    await refused(asker.session, accept, { id: thread.id, replyId: nested.id }, 'forbidden');
  });

  test('refuses no reply', async () => {
    const { thread } = await buildThread(server, { author: asker });
    await refused(asker.session, accept, { id: thread.id }, 'invalid-input');
  });
});

describe('forum.unaccept', () => {
  test('leaves the question answered', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const answer = await buildReply(colleague, thread.id);
    await ok(asker.session, accept, { id: thread.id, replyId: answer.id });
    expect(await ok(asker.session, unaccept, { id: thread.id })).toMatchObject({
      status: 'answered',
      resolved: false,
      acceptedReplyId: null,
    });
  });
});

describe('forum.setUseful', () => {
  test('counts a person once; not the author', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const answer = await buildReply(colleague, thread.id);
    for (let i = 0; i < 2; i++)
      expect(await ok(asker.session, setUseful, { id: answer.id })).toMatchObject({ useful: true, usefulCount: 1 });
    await refused(colleague.session, setUseful, { id: answer.id }, 'forbidden');
  });
});

describe('forum.unsetUseful', () => {
  test('takes it back, once', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const answer = await buildReply(colleague, thread.id);
    await ok(asker.session, setUseful, { id: answer.id });
    for (let i = 0; i < 2; i++)
      expect(await ok(asker.session, unsetUseful, { id: answer.id })).toMatchObject({ useful: false, usefulCount: 0 });
  });
});
