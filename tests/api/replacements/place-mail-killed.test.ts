import { contract } from '@beffroi/shared/contract';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { readEnv } from '../../../server/src/env.ts';
import { personRef } from '../../../server/src/features/accounts/accounts.queries.ts';
import { PlaceMailModel } from '../../../server/src/features/replacements/place-mail.model.ts';
import { sendDuePlaceMails } from '../../../server/src/features/replacements/send-place-mails.ts';
import { atInstant } from '../../../server/src/platform/clock.ts';
import { createMailer } from '../../../server/src/platform/mail.ts';
import { ok } from '../../support/api-client.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { startPlaceMailProcess } from '../../support/place-mail-sender.ts';
import { buildHr, buildSubstitute, publish } from '../../support/replacements.ts';
import { PUBLIC_URL } from '../../support/sent-mails.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import type { TestPerson } from '../../support/world.ts';

/** The application, which sends what is due now, leaves these alone until then. */
const TOMORROW = new Date(Date.now() + 86_400_000);
/** Once what was left to the process that died is anybody's again. */
const LATER = new Date(TOMORROW.getTime() + 60_000);

const post: MailServer = await startMailServer();
let server: Server;
let hr: TestPerson;
let substitute: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  substitute = await buildSubstitute(server);
});
afterEach(() => {
  post.received.length = 0;
  post.hold = null;
});

const settings = () => ({ MONGODB_URI: server.databaseUri, SMTP_URL: post.url, PUBLIC_URL, DATA_DIR: server.dataDir, LOG_LEVEL: 'silent' });
/** One mail of a need, as booking writes it. @returns the need's id */
const writeMail = async (): Promise<string> => {
  const { id } = await publish(hr);
  const words = { to: 'ecole.ferry@hergnies.example', fromName: 'Hergnies (Beffroi)', subject: 'Remplacement', text: 'Bonjour,' };
  const who = await personRef(substitute.id);
  await PlaceMailModel.create({ _id: `${id}.0`, replacementId: id, substitute: who, ...words, at: TOMORROW, dueAt: TOMORROW, tries: 0 });
  return id;
};
/** Kills the one that sends when the mail server is there, and lets another go on. @returns the names of what the mail server accepted */
const killedWhen = async (at: 'offered' | 'accepted'): Promise<(string | undefined)[]> => {
  // The answer never comes: the process is killed while it waits for it.
  const asked = new Promise<void>((resolve) => {
    post.hold = { at, reached: resolve };
  });
  const sender = startPlaceMailProcess(TOMORROW, settings());
  await asked;
  await sender.kill();
  post.hold = null;
  await atInstant(LATER, () => sendDuePlaceMails({ mailer: createMailer(readEnv(settings())), publicUrl: PUBLIC_URL }));
  return post.received.map(({ content }) => /^Message-ID: (\S+)/im.exec(content)?.[1]);
};
const expectToldOnce = async (id: string): Promise<void> => {
  const acts = async () => (await ok(hr.session, contract.replacements.trail, { id })).items.map(({ action }) => action);
  await expect.poll(acts).toContain('place-told');
  expect((await acts()).filter((action) => action.startsWith('place-'))).toEqual(['place-told']);
  expect(await PlaceMailModel.countDocuments({ dueAt: { $exists: true } })).toBe(0);
};

test('killed before the mail server has the mail, it is sent by another, once', { timeout: 60_000 }, async () => {
  const id = await writeMail();
  expect(await killedWhen('offered')).toEqual([`<place-${id}.0@${new URL(PUBLIC_URL).hostname}>`]);
  await expectToldOnce(id);
});

test('killed after the mail server accepted the mail, it is sent once more under the same name, and HR reads it once', {
  timeout: 60_000,
}, async () => {
  const id = await writeMail();
  const name = `<place-${id}.0@${new URL(PUBLIC_URL).hostname}>`;
  expect(await killedWhen('accepted')).toEqual([name, name]);
  await expectToldOnce(id);
});
