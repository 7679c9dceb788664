import { contract } from '@beffroi/shared/contract';
import { NOTIFICATION_KINDS } from '@beffroi/shared/features/notifications/notifications.vocabulary';
import { beforeAll, describe, expect, test } from 'vitest';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { signUnsubscription } from '../../../server/src/features/notifications/unsubscribe-token.ts';
import { ok, refused, send } from '../../support/api-client.ts';
import { outcomes, sentTo } from '../../support/sent-mails.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

const { saveSettings, settings } = contract.notifications;

let server: Server;
let colleague: TestPerson;
beforeAll(async () => {
  server = await startServer();
  colleague = await buildPerson(server, { commune: 'onnaing' });
});

const asker = async () => {
  const author = await buildPerson(server);
  const { thread, club } = await buildThread(server, { author });
  return { ...author, club, thread };
};

describe('notifications.settings', () => {
  test('gives every kind as usual to who chose nothing, and is nobody’s who is not signed in', async () => {
    const person = await buildPerson(server);
    const { kinds, exceptions, mailsPerDay } = await ok(person.session, settings);
    expect(kinds).toHaveLength(NOTIFICATION_KINDS.length);
    expect(kinds).toContainEqual({ kind: 'thread', channel: 'bell' });
    expect({ exceptions, mailsPerDay }).toEqual({ exceptions: [], mailsPerDay: 8 });
    await refused({ ...person.session, cookie: '' }, settings, {}, 'unauthenticated');
  });
});

describe('notifications.saveSettings', () => {
  test('a kind is told as chosen, but as the exception says in its club', async () => {
    const person = await asker();
    const kinds = [{ kind: 'reply' as const, channel: 'none' as const }];
    const saved = await ok(person.session, saveSettings, {
      kinds,
      exceptions: [{ club: person.club.slug, kind: 'reply', channel: 'bell' }],
      mailsPerDay: 5,
    });
    expect(saved).toMatchObject({ mailsPerDay: 5, exceptions: [{ club: { slug: person.club.slug }, kind: 'reply', channel: 'bell' }] });
    const elsewhere = await buildThread(server, { author: person });
    await buildReply(colleague, elsewhere.thread.id);
    await buildReply(colleague, person.thread.id);
    expect(await sentTo(person)).toEqual([]);
    const told = await NotificationModel.find({ personId: person.id }).lean();
    expect(told.map(({ threadId }) => threadId)).toEqual([person.thread.id]);
  });

  test('refuses a club one may not know of, a channel that is none and too many mails', async () => {
    const hidden = await buildClub({ access: 'invitation' });
    const usual = { kinds: [], exceptions: [], mailsPerDay: 8 };
    const put = (input: object) =>
      send(colleague.session, '/api/notifications/settings', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...usual, ...input }),
      });
    expect((await put({ exceptions: [{ club: hidden.slug, kind: 'reply', channel: 'mail' }] })).status).toBe(404);
    expect((await put({ kinds: [{ kind: 'reply', channel: 'pigeon' }] })).status).toBe(400);
    expect((await put({ mailsPerDay: 500 })).status).toBe(400);
  });
});

describe('one-click unsubscription', () => {
  test('needs neither session nor origin, asks a person first, and is kept', async () => {
    const person = await asker();
    await buildReply(colleague, person.thread.id);
    await allTold();
    const { secret } = await server.auth.$context;
    const path = `/api/unsubscribe/${signUnsubscription({ personId: person.id, kind: 'reply' }, secret)}`;
    const asked = await fetch(server.url + path);
    expect(await asked.text()).toContain('Ne plus recevoir ces mails');
    const of = async () => (await ok(person.session, settings)).kinds.find(({ kind }) => kind === 'reply')?.channel;
    expect(await of()).toBe('mail');
    // As mail programs send it.
    const done = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(done.status).toBe(200);
    expect(await of()).toBe('bell');
    expect(await sentTo(person)).toEqual([]);
    expect(await outcomes(person)).toEqual(['unwanted']);
  });

  test('does nothing for a token of someone else’s making', async () => {
    const path = `/api/unsubscribe/${colleague.id}.reply.${'A'.repeat(43)}`;
    expect((await fetch(server.url + path, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${server.url}/api/unsubscribe/x`)).status).toBe(404);
    expect((await ok(colleague.session, settings)).kinds.find(({ kind }) => kind === 'reply')?.channel).toBe('mail');
  });
});
