import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { WAITING_BYTES_MAX } from '@beffroi/shared/features/images/images.contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { XmlElement } from 'yjs';
import { readEnv } from '../../../server/src/env.ts';
import { hasUnsettled } from '../../../server/src/features/forum/settle.ts';
import { reviewImages } from '../../../server/src/features/images/commands/review-images.ts';
import { ImageModel } from '../../../server/src/features/images/image.model.ts';
import { atInstant } from '../../../server/src/platform/clock.ts';
import { createFileStore } from '../../../server/src/platform/files.ts';
import { type Answer, expectProblem, ok, send } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { depositImage, pngImage } from '../../support/images.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate, openTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { create, edit, delete: remove, restore, reply, deleteReply } = contract.forum;

let server: Server;
let club: TestClub;
let agent: TestPerson;
let reader: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  agent = await buildPerson(server, { clubs: [[club, 'member']] });
  reader = await buildPerson(server, { clubs: [[club, 'member']] });
});

const showing = (src: string) => ({ type: 'doc' as const, content: [{ type: 'image', attrs: { src, alt: 'Plan' } }] });
const asked = (src: string) => ({ slug: club.slug, kind: 'question' as const, title: 'Une question avec un plan', body: showing(src) });
const read = (url: string, who = agent): Promise<Answer> => send(who.session, url);
const depositedUrl = async (): Promise<string> =>
  ((await depositImage(agent.session, club.slug, new File([pngImage()], 'plan.png', { type: 'image/png' }))).body as { url: string }).url;
const idOf = (url: string): string => url.split('/').at(-1) as string;
/** Resolves once what follows a write was carried out. */
const settled = () => expect.poll(hasUnsettled).toBe(false);
/** Reviews as it will be when all that is to be looked at is due. */
const reviewLater = (days: number) =>
  atInstant(new Date(Date.now() + days * 24 * 3_600_000), () => reviewImages(createFileStore(readEnv({ DATA_DIR: server.dataDir }))));
const isKept = async (url: string): Promise<boolean> => {
  const record = await ImageModel.exists({ _id: idOf(url) });
  const file = existsSync(join(server.dataDir, 'files', idOf(url).slice(-2), idOf(url)));
  expect(file).toBe(Boolean(record));
  return file;
};

test('an image goes out of sight with a deleted thread or reply, stays for whoever may undo it, and comes back', async () => {
  const url = await depositedUrl();
  const thread = await ok(agent.session, create, asked(url));
  await settled();
  expect((await read(url, reader)).status).toBe(200);
  await ok(agent.session, remove, { id: thread.id });
  expectProblem(await read(url, reader), 'not-found');
  expect((await read(url)).status).toBe(200);
  await ok(agent.session, restore, { id: thread.id });
  expect((await read(url, reader)).status).toBe(200);

  const answered = await depositedUrl();
  const { id } = await ok(agent.session, reply, { id: thread.id, body: showing(answered) });
  await settled();
  await ok(agent.session, deleteReply, { id });
  expectProblem(await read(answered, reader), 'not-found');
  expect((await read(url, reader)).status).toBe(200);
});

test('an image is removed a month after the deletion of the only text that showed it', async () => {
  const [alone, shared] = [await depositedUrl(), await depositedUrl()];
  const first = await ok(agent.session, create, {
    ...asked(alone),
    body: { type: 'doc', content: [...showing(alone).content, ...showing(shared).content] },
  });
  await ok(agent.session, create, asked(shared));
  await settled();
  await reviewLater(40);
  expect([await isKept(alone), await isKept(shared)]).toEqual([true, true]);
  await ok(agent.session, remove, { id: first.id });
  await settled();
  await reviewLater(29);
  expect([await isKept(alone), await isKept(shared)]).toEqual([true, true]);
  await reviewLater(31);
  expect([await isKept(alone), await isKept(shared)]).toEqual([false, true]);
});

test('an image is kept while an earlier version shows it', async () => {
  const url = await depositedUrl();
  const { id, version } = await ok(agent.session, create, asked(url));
  await settled();
  await ok(agent.session, edit, { id, version, title: 'Sans plan', body: paragraphs('Le plan n’était plus à jour.') });
  await settled();
  await reviewLater(31);
  expect(await isKept(url)).toBe(true);
});

test('an image is kept while a version of a model shows it', async () => {
  const url = await depositedUrl();
  const template = await buildTemplate(agent, club);
  const page = openTemplate(agent, template);
  await eventually(() => expect(page.provider.synced).toBe(true));
  const image = new XmlElement('image');
  image.setAttribute('src', url);
  page.body.push([image]);
  await eventually(async () => {
    await ok(agent.session, contract.templates.nameVersion, { id: template.id, name: 'Avec un plan' });
    expect((await ImageModel.findById(url.split('/').at(-1)).lean())?.models).toEqual([template.id]);
  });
  await reviewLater(31);
  expect(await isKept(url)).toBe(true);
});

test('an image is removed a month after its deposit when it was never sent', async () => {
  const url = await depositedUrl();
  await reviewLater(29);
  expect(await isKept(url)).toBe(true);
  await reviewLater(31);
  expect(await isKept(url)).toBe(false);
});

describe('the images of one person that no text shows', () => {
  /** What she has deposited already, as records alone: no test writes a hundred megabytes. */
  const waiting = (personId: string, bytes: number) =>
    ImageModel.create({ clubId: club.id, personId, type: 'image/png', bytes, createdAt: new Date(), reviewAt: new Date() });
  const png = () => new File([pngImage()], 'plan.png', { type: 'image/png' });

  test('weigh a hundred megabytes at most, hers alone, and no longer count once shown or removed', async () => {
    const [eager, other] = [await buildPerson(server), await buildPerson(server)];
    const { url } = (await depositImage(eager.session, club.slug, png())).body as { url: string };
    const drafts = await waiting(eager.id, WAITING_BYTES_MAX - 100_000);
    const problem = expectProblem(await depositImage(eager.session, club.slug, png()), 'too-large');
    expect(problem.detail).toContain('100\u00a0Mo');
    expect(await ImageModel.countDocuments({ personId: eager.id })).toBe(2);
    expect((await depositImage(other.session, club.slug, png())).status).toBe(201);
    await ok(eager.session, create, asked(url));
    await settled();
    expect((await depositImage(eager.session, club.slug, png())).status).toBe(201);
    expectProblem(await depositImage(eager.session, club.slug, png()), 'too-large');
    await ImageModel.deleteOne({ _id: drafts._id });
    expect((await depositImage(eager.session, club.slug, png())).status).toBe(201);
  });

  test('do not pass over it when they come together', async () => {
    const eager = await buildPerson(server);
    await waiting(eager.id, WAITING_BYTES_MAX - 3 * 65_536);
    const answers = await Promise.all(Array.from({ length: 12 }, () => depositImage(eager.session, club.slug, png())));
    expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(3);
    expect(answers.every(({ status }) => status === 201 || status === 413)).toBe(true);
    expect(await ImageModel.countDocuments({ personId: eager.id })).toBe(1 + answers.filter(({ status }) => status === 201).length);
  });
});
