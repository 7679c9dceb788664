import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { AnyContractProcedure } from '@orpc/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, call, expectProblem, ok, refused, send } from '../support/api-client.ts';
import { type Server, startServer } from '../support/start-server.ts';
import { buildClub, buildPerson, buildThread, type TestClub, type TestPerson, type TestThread } from '../support/world.ts';

let server: Server;
let club: TestClub;
let agent: TestPerson;
let written: TestThread;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  agent = await buildPerson(server, { clubs: [[club, 'pilot']] });
  written = await buildThread(server, { club, author: agent, replies: 1 });
});

const body = paragraphs('Un texte.');
const json = (path: string, text: string, method = 'POST', type = 'application/json'): Promise<Answer> =>
  send(agent.session, path, { method, headers: { 'content-type': type }, body: text });
const threads = () => `/api/clubs/${club.slug}/threads`;

describe('what cannot be read', () => {
  test.each([
    ['half an object', '{"kind":"question","title":"Une question'],
    ['no JSON at all', 'bonjour'],
    ['a lone quote', '"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '42'],
  ])('%s is answered 400 with a sentence', async (_case, text) => {
    const { status } = await json(threads(), text);
    expect(status).toBe(400);
  });

  test('another charset or type is refused without failing', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/json; charset=klingon', 'application/x-www-form-urlencoded'])
      expect((await json(threads(), '{"kind":"question"}', 'POST', type)).status, type).toBeGreaterThanOrEqual(400);
    for (const type of ['text/plain', 'application/json; charset=klingon'])
      expect((await json(threads(), '{"kind":"question"}', 'POST', type)).status, type).toBeLessThan(500);
  });

  test.each([['/api/clubs/%E0%A4%A'], ['/api/threads/%'], ['/api/nulle-part'], ['/api/']])(
    'the address %s is answered by a problem',
    async (path) => {
      const answer = await send(agent.session, path);
      expect([400, 404]).toContain(answer.status);
      expectProblem(answer, (answer.body as { code: string }).code);
    },
  );

  test('an action that does not exist is refused', async () => {
    const answer = await send(agent.session, threads(), { method: 'DELETE' });
    expect([404, 405]).toContain(answer.status);
  });
});

describe('what is too large', () => {
  const huge = 'a'.repeat(1024 * 1024);
  const sent: [string, () => [AnyContractProcedure, object]][] = [
    ['a title', () => [contract.forum.create, { slug: club.slug, kind: 'question', title: huge, body }]],
    ['a thread', () => [contract.forum.create, { slug: club.slug, kind: 'question', title: 'Une question', body: paragraphs(huge) }]],
    ['a reply', () => [contract.forum.reply, { id: written.thread.id, body: paragraphs(huge) }]],
    ['an edited title', () => [contract.forum.edit, { id: written.thread.id, version: 1, title: huge, body }]],
    ['a name', () => [contract.accounts.updateProfile, { name: huge, function: 'Agente', phone: null, expertise: [] }]],
  ];
  test.each(sent)('%s of a megabyte is refused with 413, and nothing is kept of it', async (_case, build) => {
    const [route, input] = build();
    const before = await ok(agent.session, contract.forum.get, { id: written.thread.id });
    await refused(agent.session, route, input, 'too-large');
    expect(await ok(agent.session, contract.forum.get, { id: written.thread.id })).toEqual(before);
  });

  test('a text beyond the limit of characters is refused at the field', async () => {
    const long = paragraphs('mot '.repeat(6_000));
    const problem = await refused(agent.session, contract.forum.reply, { id: written.thread.id, body: long }, 'invalid-input');
    expect(problem.errors?.[0]).toMatchObject({ path: 'body', message: expect.stringContaining('20') });
  });

  test('a text nested a thousand deep is refused', async () => {
    let node: object = { type: 'paragraph' };
    for (let i = 0; i < 1_000; i++) node = { type: 'blockquote', content: [node] };
    await refused(agent.session, contract.forum.reply, { id: written.thread.id, body: { type: 'doc', content: [node] } }, 'invalid-input');
  });
});

describe('what would be a script', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';

  test('in a title and in a text stays the text it is', async () => {
    const created = await ok(agent.session, contract.forum.create, {
      slug: club.slug,
      kind: 'question',
      title: script,
      body: paragraphs(script),
    });
    expect(created).toMatchObject({ title: script, body: paragraphs(script) });
    const answer = await call(agent.session, contract.forum.get, { id: created.id });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const { items } = await ok(agent.session, contract.forum.list, { slug: club.slug });
    expect(items[0]).toMatchObject({ title: script, excerpt: expect.stringContaining('<script>') });
  });

  test('in a profile stays the text it is', async () => {
    const person = await buildPerson(server);
    const profile = { name: script, function: script, phone: null, expertise: ['<b>gras</b>'] };
    expect(await ok(person.session, contract.accounts.updateProfile, profile)).toMatchObject(profile);
  });

  const link = (href: string) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: 'ici', marks: [{ type: 'link', attrs: { href } }] }],
  });
  test.each([
    ['a script address', link('javascript:alert(1)')],
    ['a script address in disguise', link('java\nscript:alert(1)')],
    ['a data address', link('data:text/html,<script>alert(1)</script>')],
    ['an address without its scheme', link('//exemple.example')],
    ['a raw HTML node', { type: 'html', content: [{ type: 'text', text: script }] }],
    ['an unknown mark', { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'onclick' }] }] }],
    ['an unknown attribute', { type: 'paragraph', attrs: { style: 'position:fixed' }, content: [{ type: 'text', text: 'x' }] }],
    ['an image from elsewhere', { type: 'image', attrs: { src: 'https://exemple.example/suivi.gif' } }],
    ['a frame', { type: 'iframe', attrs: { src: 'https://exemple.example' } }],
    ['an event on an image', { type: 'image', attrs: { src: `/api/images/${'f'.repeat(24)}`, onerror: 'alert(1)' } }],
  ])('%s is refused', async (_case, node) => {
    const wrong = { type: 'doc', content: [node] };
    await refused(agent.session, contract.forum.reply, { id: written.thread.id, body: wrong }, 'invalid-input');
  });
});

describe('what is of the wrong type', () => {
  const values = [null, 0, -1, true, [], {}, { $ne: null }, { $gt: '' }, ['a'], '\u0000', '\ud800'];
  const fields: [string, (value: unknown) => [AnyContractProcedure, object]][] = [
    ['forum.create title', (title) => [contract.forum.create, { slug: club.slug, kind: 'question', title, body }]],
    ['forum.create kind', (kind) => [contract.forum.create, { slug: club.slug, kind, title: 'Une question', body }]],
    ['forum.create body', (value) => [contract.forum.create, { slug: club.slug, kind: 'question', title: 'Une question', body: value }]],
    ['forum.edit version', (version) => [contract.forum.edit, { id: written.thread.id, version, title: 'Une question', body }]],
    ['forum.reply body', (value) => [contract.forum.reply, { id: written.thread.id, body: value }]],
    ['forum.accept replyId', (replyId) => [contract.forum.accept, { id: written.thread.id, replyId }]],
    ['clubs.decideRequest decision', (decision) => [contract.clubs.decideRequest, { slug: club.slug, personId: agent.id, decision }]],
    ['accounts.updateProfile name', (name) => [contract.accounts.updateProfile, { name, function: 'Agente', phone: null, expertise: [] }]],
  ];
  test.each(fields)('%s is refused, whatever comes', async (_field, build) => {
    const statuses = await Promise.all(values.map(async (value) => (await call(agent.session, ...build(value))).status));
    expect(statuses.filter((status) => status < 400 || status >= 500)).toEqual([]);
  });
});

describe('what comes from elsewhere', () => {
  test('a write sent by the page of another site is refused', async () => {
    const answer = await send(agent.session, threads(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://exemple.example' },
      body: JSON.stringify({ kind: 'question', title: 'Une question', body }),
    });
    expectProblem(answer, 'forbidden');
  });

  test.each([
    ['forum.get', contract.forum.get],
    ['forum.revisions', contract.forum.revisions],
    ['forum.setMeToo', contract.forum.setMeToo],
  ])('%s does not know an id of another kind', async (_name, route) => {
    const { replies } = written;
    for (const id of [replies[0]?.id, club.id, agent.id, 'f'.repeat(24), 'x', 'a'.repeat(64)])
      await refused(agent.session, route, { id }, 'not-found');
  });
});
