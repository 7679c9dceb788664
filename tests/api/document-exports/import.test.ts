import { randomUUID } from 'node:crypto';
import { contract } from '@beffroi/shared/contract';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { expectProblem, ok } from '../../support/api-client.ts';
import { pngImage } from '../../support/images.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { importFile, wordFile } from '../../support/word-files.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { importWord } = contract.documentExports;
const { get, content } = contract.templates;

type Imported = InferContractRouterOutputs<typeof importWord>;

let server: Server;
let club: TestClub;
let member: TestPerson;
let file: Buffer;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub({ access: 'request' });
  member = await buildPerson(server, { clubs: [[club, 'member']] });
  file = await wordFile(
    [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Objet' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'La consultation porte sur le papier.' }] },
      { type: 'image', attrs: { src: '/api/images/plan', alt: 'Plan' } },
    ],
    async () => pngImage(),
  );
});

const imported = async (bytes: Uint8Array, fields = {}, name?: string) => {
  const answer = await importFile(member.session, club.slug, bytes, fields, name);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return (importWord['~orpc'].outputSchema as unknown as z.ZodType<Imported>).parse(answer.body);
};

describe('documentExports.importWord', () => {
  test('begins a draft with the text of the file, under its title, its images deposited', async () => {
    const { id, title, dropped } = await imported(file, { kind: 'rc' });
    expect(title).toBe('Règlement de la consultation');
    expect(dropped).toEqual([]);
    expect(await ok(member.session, get, { id })).toMatchObject({ kind: 'rc', state: 'draft', title, createdBy: { id: member.id } });
    const text = await ok(member.session, content, { id });
    expect(text.content).toMatchObject({
      content: [{ type: 'heading', attrs: { numbered: true } }, { type: 'paragraph' }, { type: 'image' }],
    });
    const [, , image] = (text.content as unknown as { content: { attrs: { src: string } }[] }).content;
    const response = await fetch(server.url + image?.attrs.src, { headers: { cookie: member.session.cookie } });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(pngImage());
  });
  test('makes one model of a sending made twice', async () => {
    const idempotencyKey = randomUUID();
    const [first, again] = [await imported(file, { idempotencyKey }), await imported(file, { idempotencyKey })];
    expect(again.id).toBe(first.id);
  });
  test('refuses what is no Word file, in French', async () => {
    const problem = expectProblem(await importFile(member.session, club.slug, Buffer.from('<html>bonjour')), 'unsupported-document');
    expect(problem.detail).toBe('Ce fichier n’est pas un document Word (.docx), ou il est endommagé.');
    expectProblem(await importFile(member.session, club.slug, new Uint8Array()), 'unsupported-document');
  });
  test('refuses what is too heavy', async () => {
    const { status } = await importFile(member.session, club.slug, new Uint8Array(10 * 1024 * 1024 + 1));
    expect(status).toBe(413);
  });
  test('asks for a file', async () => {
    const response = await fetch(`${server.url}/api/clubs/${club.slug}/templates/imports`, {
      method: 'POST',
      headers: { cookie: member.session.cookie, origin: server.url, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(400);
  });
  test('is for those who may begin a model in the club', async () => {
    const guest = await buildPerson(server, { clubs: [[club, 'guest']], commune: null });
    const outsider = await buildPerson(server);
    expectProblem(await importFile({ url: server.url, cookie: '' }, club.slug, file), 'unauthenticated');
    expectProblem(await importFile(outsider.session, club.slug, file), 'not-found');
    expectProblem(await importFile(guest.session, club.slug, file), 'forbidden');
  });
});
