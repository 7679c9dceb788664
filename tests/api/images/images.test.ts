import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { XmlElement } from 'yjs';
import { readEnv } from '../../../server/src/env.ts';
import { hasUnsettled } from '../../../server/src/features/forum/settle.ts';
import { reviewImages } from '../../../server/src/features/images/commands/review-images.ts';
import { ImageModel } from '../../../server/src/features/images/image.model.ts';
import { atInstant } from '../../../server/src/platform/clock.ts';
import { createFileStore } from '../../../server/src/platform/files.ts';
import { type Answer, expectProblem, ok, refused, send } from '../../support/api-client.ts';
import { pngImage } from '../../support/images.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildTemplate, openTemplate } from '../../support/templates.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { create, get, edit, delete: remove, restore, reply, deleteReply } = contract.forum;

let server: Server;
let club: TestClub;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  agent = await buildPerson(server, { clubs: [[club, 'member']] });
});

const deposit = (bytes: Uint8Array<ArrayBuffer>, type = 'image/png', name = 'plan.png', slug = club.slug, who = agent): Promise<Answer> => {
  const form = new FormData();
  form.append('file', new File([bytes], name, { type }));
  return send(who.session, `/api/clubs/${slug}/images`, { method: 'POST', body: form });
};
const showing = (src: string) => ({ type: 'doc' as const, content: [{ type: 'image', attrs: { src, alt: 'Plan' } }] });
const asked = (src: string) => ({ slug: club.slug, kind: 'question' as const, title: 'Une question avec un plan', body: showing(src) });

describe('images.upload', () => {
  test('gives an address that a text may show and a reader may read', async () => {
    const { status, body } = await deposit(pngImage());
    expect(status).toBe(201);
    const { url } = body as { url: string };
    const thread = await ok(agent.session, create, asked(url));
    expect((await ok(agent.session, get, { id: thread.id })).body).toEqual(showing(url));
    const response = await fetch(`${server.url}${url}`, { headers: { cookie: agent.session.cookie } });
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(pngImage());
  });

  test.each([
    ['a page called an image', new TextEncoder().encode('<html><script>alert(1)</script></html>'), 'image/png', 'plan.png'],
    [
      'a drawing that may hold a script',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'image/svg+xml',
      'plan.svg',
    ],
    ['an empty file', new Uint8Array(), 'image/png', 'plan.png'],
  ])('refuses %s', async (_case, bytes, type, name) => {
    expectProblem(await deposit(new Uint8Array(bytes), type, name), 'unsupported-image');
  });

  test('believes the content, not the name', async () => {
    const { status, body } = await deposit(pngImage(), 'image/jpeg', 'photo.jpg');
    expect(status).toBe(201);
    const response = await fetch(`${server.url}${(body as { url: string }).url}`, { headers: { cookie: agent.session.cookie } });
    expect(response.headers.get('content-type')).toBe('image/png');
  });

  test('refuses more than five megabytes', async () => {
    const heavy = new Uint8Array(6 * 1024 * 1024);
    heavy.set(pngImage());
    expectProblem(await deposit(heavy), 'too-large');
  });

  test.each([
    ['without its boundary', 'multipart/form-data', 'du texte'],
    ['cut short', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"'],
    ['of something else', 'multipart/form-data; boundary=x', '{"file":1}'],
  ])('answers a form %s as one that cannot be read', async (_case, type, text) => {
    const init = { method: 'POST', headers: { 'content-type': type }, body: text };
    expectProblem(await send(agent.session, `/api/clubs/${club.slug}/images`, init), 'malformed-request');
    expectProblem(await send(agent.session, `/api/clubs/${club.slug}/threads`, init), 'malformed-request');
  });

  test('refuses a request without a file', async () => {
    const form = new FormData();
    form.append('file', 'du texte');
    expectProblem(await send(agent.session, `/api/clubs/${club.slug}/images`, { method: 'POST', body: form }), 'invalid-input');
  });
});

describe('images.get', () => {
  test('shows an image to those who may read its club only', async () => {
    const closed = await buildClub({ access: 'request' });
    const member = await buildPerson(server, { clubs: [[closed, 'member']] });
    const { url } = (await deposit(pngImage(), 'image/png', 'plan.png', closed.slug, member)).body as { url: string };
    expect((await send(member.session, url)).status).toBe(200);
    expectProblem(await send(agent.session, url), 'not-found');
    expectProblem(await send({ url: server.url, cookie: '' }, url), 'unauthenticated');
  });

  test('an image of another club, or of another site, cannot be shown in a text', async () => {
    const other = await buildClub();
    const { url } = (await deposit(pngImage(), 'image/png', 'plan.png', other.slug)).body as { url: string };
    await refused(agent.session, create, asked(url), 'invalid-input');
    await refused(agent.session, create, asked('https://exemple.example/plan.png'), 'invalid-input');
    await refused(agent.session, create, asked(`/api/images/${'f'.repeat(24)}`), 'invalid-input');
  });

  test.each([['f'.repeat(24)], ['inconnue'], ['..%2F..%2Fauth-secret']])('does not know « %s »', async (id) => {
    expectProblem(await send(agent.session, `/api/images/${id}`), 'not-found');
  });
});

describe('an image after its text', () => {
  const read = (url: string, who = agent): Promise<Answer> => send(who.session, url);
  const depositedUrl = async (): Promise<string> => ((await deposit(pngImage())).body as { url: string }).url;
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
  let reader: TestPerson;
  beforeAll(async () => {
    reader = await buildPerson(server, { clubs: [[club, 'member']] });
  });

  test('goes out of sight with a deleted thread or reply, stays for whoever may undo it, and comes back', async () => {
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

  test('is removed a month after the deletion of the only text that showed it', async () => {
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

  test('is kept while an earlier version shows it', async () => {
    const url = await depositedUrl();
    const { id, version } = await ok(agent.session, create, asked(url));
    await settled();
    await ok(agent.session, edit, { id, version, title: 'Sans plan', body: paragraphs('Le plan n’était plus à jour.') });
    await settled();
    await reviewLater(31);
    expect(await isKept(url)).toBe(true);
  });

  test('is kept while a version of a model shows it', async () => {
    const url = await depositedUrl();
    const template = await buildTemplate(agent, club);
    const page = openTemplate(agent, template);
    await vi.waitFor(() => expect(page.provider.synced).toBe(true));
    const image = new XmlElement('image');
    image.setAttribute('src', url);
    page.body.push([image]);
    await vi.waitFor(async () => {
      await ok(agent.session, contract.templates.nameVersion, { id: template.id, name: 'Avec un plan' });
      expect((await ImageModel.findById(url.split('/').at(-1)).lean())?.models).toEqual([template.id]);
    });
    await reviewLater(31);
    expect(await isKept(url)).toBe(true);
  });

  test('is removed a month after its deposit when it was never sent', async () => {
    const url = await depositedUrl();
    await reviewLater(29);
    expect(await isKept(url)).toBe(true);
    await reviewLater(31);
    expect(await isKept(url)).toBe(false);
  });
});
