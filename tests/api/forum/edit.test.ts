import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok, refused } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson, buildThread, type TestPerson } from '../../support/world.ts';

const { edit, editReply, get, list, replyRevisions, revisions } = contract.forum;
const body = paragraphs('Un texte corrigé.');

let server: Server;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  agent = await buildPerson(server);
});

describe('forum.edit', () => {
  test('changes title and text, and keeps the version before', async () => {
    const { thread, club } = await buildThread(server, { author: agent, title: 'Le premier titre' });
    const edited = await ok(agent.session, edit, { id: thread.id, version: 1, title: 'Le second titre', body });
    expect(edited).toMatchObject({ title: 'Le second titre', body, version: 2, editedAt: expect.any(String) });
    expect((await ok(agent.session, list, { slug: club.slug })).items[0]).toMatchObject({
      title: 'Le second titre',
      excerpt: 'Un texte corrigé.',
    });
    const { items } = await ok(agent.session, revisions, { id: thread.id });
    expect(items).toMatchObject([{ version: 1, title: 'Le premier titre', body: thread.body }]);
  });

  test('does not bring the thread to the head of its list', async () => {
    const { thread, club } = await buildThread(server, { author: agent });
    const newer = await buildThread(server, { club, author: agent });
    await ok(agent.session, edit, { id: thread.id, version: 1, title: 'Un autre titre', body });
    expect((await ok(agent.session, list, { slug: club.slug })).items[0]?.id).toBe(newer.thread.id);
  });

  test('on an old version is refused with the text as it stands, and changes nothing', async () => {
    const { thread } = await buildThread(server, { author: agent });
    await ok(agent.session, edit, { id: thread.id, version: 1, title: 'Corrigé par la première', body });
    const mine = { id: thread.id, version: 1, title: 'Corrigé par la seconde', body: paragraphs('Mon texte.') };
    const problem = await refused(agent.session, edit, mine, 'conflict');
    expect(problem.current).toMatchObject({ title: 'Corrigé par la première', body, version: 2 });
    expect(await ok(agent.session, get, { id: thread.id })).toMatchObject({ title: 'Corrigé par la première', version: 2 });
  });

  test('by two at one instant keeps one and tells the other', async () => {
    const { thread } = await buildThread(server, { author: agent });
    const attempts = ['première', 'seconde'].map((who) =>
      ok(agent.session, edit, { id: thread.id, version: 1, title: `Corrigé par la ${who}`, body }).then(
        () => 'kept',
        () => 'told',
      ),
    );
    expect((await Promise.all(attempts)).sort()).toEqual(['kept', 'told']);
    expect((await ok(agent.session, revisions, { id: thread.id })).items).toHaveLength(1);
  });

  test.each([
    ['no version', { version: undefined }],
    ['version zero', { version: 0 }],
    ['a version in words', { version: 'deux' }],
    ['too short a title', { title: 'Court' }],
  ])('refuses %s', async (_case, wrong) => {
    const { thread } = await buildThread(server, { author: agent });
    await refused(agent.session, edit, { id: thread.id, version: 1, title: 'Un titre convenable', body, ...wrong }, 'invalid-input');
  });
});

describe('forum.revisions', () => {
  test('gives the last first, and none of a thread never edited', async () => {
    const { thread } = await buildThread(server, { author: agent });
    expect((await ok(agent.session, revisions, { id: thread.id })).items).toEqual([]);
    for (const version of [1, 2, 3]) await ok(agent.session, edit, { id: thread.id, version, title: `Titre numéro ${version}`, body });
    expect((await ok(agent.session, revisions, { id: thread.id })).items.map(({ version }) => version)).toEqual([3, 2, 1]);
  });
});

describe('forum.editReply', () => {
  test('changes the text and keeps the version before', async () => {
    const { replies } = await buildThread(server, { author: agent, replies: 1 });
    const id = replies[0]?.id as string;
    expect(await ok(agent.session, editReply, { id, version: 1, body })).toMatchObject({
      body,
      version: 2,
      number: 1,
      editedAt: expect.any(String),
    });
    expect((await ok(agent.session, replyRevisions, { id })).items).toMatchObject([{ version: 1, title: null, body: replies[0]?.body }]);
  });

  test('on an old version is refused with the text as it stands', async () => {
    const { replies } = await buildThread(server, { author: agent, replies: 1 });
    const id = replies[0]?.id as string;
    await ok(agent.session, editReply, { id, version: 1, body });
    const problem = await refused(agent.session, editReply, { id, version: 1, body: paragraphs('Mon texte.') }, 'conflict');
    expect(problem.current).toMatchObject({ body, version: 2 });
  });

  test('refuses an empty text', async () => {
    const { replies } = await buildThread(server, { author: agent, replies: 1 });
    const empty = { type: 'doc', content: [{ type: 'paragraph' }] };
    await refused(agent.session, editReply, { id: replies[0]?.id, version: 1, body: empty }, 'invalid-input');
  });
});

describe('forum.replyRevisions', () => {
  test('shows nothing of a deleted reply', async () => {
    const { replies } = await buildThread(server, { author: agent, replies: 1 });
    const id = replies[0]?.id as string;
    await ok(agent.session, editReply, { id, version: 1, body });
    await ok(agent.session, contract.forum.deleteReply, { id });
    expect((await ok(agent.session, replyRevisions, { id })).items).toEqual([]);
  });
});
