import { contract } from '@beffroi/shared/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, expectProblem, ok, refused, send } from '../../support/api-client.ts';
import { depositImage, pngImage } from '../../support/images.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildPerson, type TestClub, type TestPerson } from '../../support/world.ts';

const { create, get } = contract.forum;

let server: Server;
let club: TestClub;
let agent: TestPerson;
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  agent = await buildPerson(server, { clubs: [[club, 'member']] });
});

const deposit = (bytes: Uint8Array<ArrayBuffer>, type = 'image/png', name = 'plan.png', slug = club.slug, who = agent): Promise<Answer> =>
  depositImage(who.session, slug, new File([bytes], name, { type }));
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

  test('keeps the pixels, and nothing of who took it and where', async () => {
    const [head, rest] = [pngImage().subarray(0, 33), pngImage().subarray(33)];
    const told = Buffer.from('00000004744558744e616d6500000000', 'hex');
    const { body } = await deposit(new Uint8Array(Buffer.concat([head, told, rest])));
    const response = await fetch(`${server.url}${(body as { url: string }).url}`, { headers: { cookie: agent.session.cookie } });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(pngImage());
  });

  test('refuses what is light and would unfold to more pixels than a screen or a memory takes', async () => {
    const vast = pngImage();
    new DataView(vast.buffer).setUint32(16, 60_000);
    new DataView(vast.buffer).setUint32(20, 60_000);
    expectProblem(await deposit(vast), 'too-large');
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
