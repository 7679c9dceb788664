import { beforeAll, expect, test } from 'vitest';
import { readEnv } from '../../../server/src/env.ts';
import { sendDueMails } from '../../../server/src/features/notifications/send-mails.ts';
import { createMailer } from '../../../server/src/platform/mail.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildPerson, buildReply, buildThread } from '../../support/world.ts';

const PUBLIC_URL = 'https://beffroi.essai.example';
const post: MailServer = await startMailServer();
let server: Server;
beforeAll(async () => {
  server = await startServer({ PUBLIC_URL });
});

/** The headers of a mail as it travels, unfolded. */
const headersOf = (content: string): string[] =>
  content
    .split('\r\n\r\n')[0]
    ?.replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n') ?? [];

test('a mail travels with both its bodies and every header that gathers, answers and ends such mails', async () => {
  const author = await buildPerson(server);
  const { thread } = await buildThread(server, { author });
  await buildReply(await buildPerson(server), thread.id);
  await allTold();
  const mailer = createMailer(readEnv({ PUBLIC_URL, SMTP_URL: post.url }));
  await sendDueMails({ mailer, secret: 'un-secret', publicUrl: PUBLIC_URL }, new Date(Date.now() + 180_000));
  const mail = post.received.find(({ to }) => to.includes(author.email));
  const headers = headersOf(mail?.content ?? '');
  const root = `<sujet-${thread.id}@beffroi.essai.example>`;
  expect(headers).toContain(`In-Reply-To: ${root}`);
  expect(headers).toContain(`References: ${root}`);
  expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(headers).toContain('Auto-Submitted: auto-generated');
  expect(headers).toContain('Precedence: bulk');
  const named = (pattern: RegExp) => expect(headers.filter((header) => pattern.test(header))).toHaveLength(1);
  named(/^Message-ID: <notification-[0-9a-f]{24}@beffroi\.essai\.example>$/);
  named(/^List-Unsubscribe: <https:\/\/beffroi\.essai\.example\/api\/unsubscribe\/[0-9a-f]{24}\.reply\.[\w-]{43}>$/);
  named(/^Content-Type: multipart\/alternative/);
  named(/^From: .*<ne-pas-repondre@beffroi\.essai\.example>$/);
  expect(mail?.content).toMatch(/Content-Type: text\/plain; charset=utf-8/);
  expect(mail?.content).toMatch(/Content-Type: text\/html; charset=utf-8/);
});
