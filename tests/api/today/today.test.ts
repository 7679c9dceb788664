import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../support/api-client.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, buildReply, buildThread } from '../../support/world.ts';

const { today } = contract.today;

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('today.today', () => {
  test('shows the questions that wait in one’s clubs, not one’s own nor another club’s', async () => {
    const [club, other] = [await buildClub(), await buildClub()];
    const agent = await buildPerson(server, { clubs: [[club, 'member']] });
    const colleague = await buildPerson(server, { clubs: [[club, 'member']] });
    const waiting = await buildThread(server, { club, author: colleague });
    const answered = await buildThread(server, { club, author: colleague });
    await buildReply(agent, answered.thread.id);
    await buildThread(server, { club, author: agent });
    await buildThread(server, { club: other, author: colleague });
    await buildThread(server, { club, author: colleague, kind: 'watch' });
    const seen = await ok(agent.session, today);
    expect(seen.waiting.map(({ id }) => id)).toEqual([waiting.thread.id]);
    expect(seen.waitingCount).toBe(1);
    expect(seen.recent.map(({ clubSlug }) => clubSlug)).toEqual([club.slug, club.slug, club.slug, club.slug]);
  });

  test('shows the answers to one’s questions until one is accepted', async () => {
    const club = await buildClub();
    const [agent, colleague] = [await buildPerson(server, { clubs: [[club, 'member']] }), await buildPerson(server)];
    const { thread } = await buildThread(server, { club, author: agent });
    await buildReply(agent, thread.id, 'Une précision.');
    expect((await ok(agent.session, today)).answers).toEqual([]);
    const answer = await buildReply(colleague, thread.id, 'Voici notre modèle.');
    expect((await ok(agent.session, today)).answers).toMatchObject([
      { thread: { id: thread.id }, reply: { id: answer.id, number: 2, author: { id: colleague.id }, excerpt: 'Voici notre modèle.' } },
    ]);
    await ok(agent.session, contract.forum.accept, { id: thread.id, replyId: answer.id });
    expect((await ok(agent.session, today)).answers).toEqual([]);
  });

  test('counts this week’s replies', async () => {
    const club = await buildClub();
    const agent = await buildPerson(server, { clubs: [[club, 'member']] });
    await buildThread(server, { club, author: agent, replies: 3 });
    const { activity } = await ok(agent.session, today);
    expect(activity).toMatchObject({ repliesThisWeek: 3, medianFirstAnswerMinutes: null });
    expect(activity.repliesByWeek).toHaveLength(12);
    expect(activity.repliesByWeek.at(-1)).toBe(3);
  });

  test('shows what a closed club announces to the territory to every agent, and to nobody else', async () => {
    const [club, closed] = [await buildClub(), await buildClub({ access: 'invitation' })];
    const agent = await buildPerson(server, { clubs: [[club, 'member']] });
    const substitute = await buildPerson(server, { commune: null, substitute: true });
    const author = await buildPerson(server, { clubs: [[closed, 'pilot']] });
    const announce = { club: closed, author, kind: 'announcement' as const };
    const { thread } = await buildThread(server, { ...announce, facts: { audience: 'territory' } });
    await buildThread(server, announce);
    const { thread: own } = await buildThread(server, { club, author: agent });
    expect((await ok(agent.session, today)).recent.map(({ id }) => id)).toEqual([own.id, thread.id]);
    expect((await ok(substitute.session, today)).recent).toEqual([]);
    await ok(author.session, contract.forum.delete, { id: thread.id });
    expect((await ok(agent.session, today)).recent.map(({ id }) => id)).toEqual([own.id]);
  });

  test('is empty for a substitute, who was given nothing', async () => {
    const substitute = await buildPerson(server, { commune: null, substitute: true });
    expect(await ok(substitute.session, today)).toMatchObject({ waiting: [], waitingCount: 0, answers: [], recent: [] });
  });
});
