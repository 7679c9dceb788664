import { beforeAll, expect, test } from 'vitest';
import { send } from '../../support/api-client.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildPerson } from '../../support/world.ts';

const mail: MailServer = await startMailServer();
let server: Server;
beforeAll(async () => {
  server = await startServer({ SMTP_URL: mail.url, PUBLIC_URL: 'https://beffroi.essai.example' });
});

test('with SMTP_URL a forgotten password is answered by a mail, whose link leads to the public address', async () => {
  const { email } = await buildPerson(server);
  const answer = await send({ url: server.url, cookie: '' }, '/api/auth/request-password-reset', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://beffroi.essai.example' },
    body: JSON.stringify({ email }),
  });
  expect(answer.status).toBe(200);
  await expect.poll(() => mail.received.map(({ to }) => to)).toEqual([[email]]);
  const text = mail.received[0]?.content.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  expect(text).toMatch(/^Subject: .+/m);
  expect(text).toMatch(/https:\/\/beffroi\.essai\.example\/nouveau-mot-de-passe\?token=[\w.-]+/);
});
