import { contract } from '@beffroi/shared/contract';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { personRef } from '../../../server/src/features/accounts/accounts.queries.ts';
import { PlaceMailModel } from '../../../server/src/features/replacements/place-mail.model.ts';
import { sendDuePlaceMails } from '../../../server/src/features/replacements/send-place-mails.ts';
import { atInstant } from '../../../server/src/platform/clock.ts';
import type { Mail } from '../../../server/src/platform/mail.ts';
import { ok } from '../../support/api-client.ts';
import { mailsTo } from '../../support/outbox.ts';
import { am, buildHr, buildSubstitute, offer, publish } from '../../support/replacements.ts';
import { PUBLIC_URL } from '../../support/sent-mails.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import type { TestPerson } from '../../support/world.ts';

const { book, trail } = contract.replacements;
const PER_DAY = 30;
const DAY_MS = 86_400_000;
/** The application, which sends what is due now, leaves it alone until then. */
const TOMORROW = new Date(Date.now() + DAY_MS);
const SERVICE = 'ecole.ferry@hergnies.example';

let server: Server;
let hr: TestPerson;
let substitute: TestPerson;
beforeAll(async () => {
  server = await startServer();
  hr = await buildHr(server);
  substitute = await buildSubstitute(server);
});
beforeEach(() => PlaceMailModel.deleteMany({}));

/** Mails of this need as booking writes them, that many. */
const write = async (replacementId: string, count: number, { to = SERVICE, at = TOMORROW, due = true } = {}): Promise<string[]> => {
  const words = { fromName: 'Hergnies (Beffroi)', subject: 'Remplacement', text: 'Bonjour,' };
  const mails = Array.from({ length: count }, (_, nth) => ({ _id: `${replacementId}.${nth}`, replacementId, to, at, ...words, tries: 0 }));
  const who = await personRef(substitute.id);
  await PlaceMailModel.insertMany(mails.map((mail) => ({ ...mail, substitute: who, ...(due && { dueAt: at }) })));
  return mails.map(({ _id }) => `<place-${_id}@${new URL(PUBLIC_URL).hostname}>`);
};
const told = async (id: string): Promise<string[]> =>
  (await ok(hr.session, trail, { id })).items.map(({ action }) => action).filter((action) => action.startsWith('place-'));
const sendAt = (at: Date, send: (mail: Mail) => Promise<void>): Promise<void> =>
  atInstant(at, () => sendDuePlaceMails({ mailer: { send }, publicUrl: PUBLIC_URL }));
const nextDue = async (): Promise<Date | undefined> =>
  (
    await PlaceMailModel.findOne({ dueAt: { $exists: true } })
      .sort({ dueAt: 1 })
      .lean()
  )?.dueAt;

test('a service is told thirty times a day; of what comes after HR reads that it was not told', { timeout: 60_000 }, async () => {
  const bookFor = async (index: number, placeEmail: string): Promise<string> => {
    const { id } = await publish(hr, { slots: [am(index)], placeEmail });
    const { id: offerId } = await offer(substitute, id);
    await ok(hr.session, book, { id, offerId, slots: [am(index)] });
    return id;
  };
  await write('0'.repeat(24), PER_DAY - 1, { at: new Date(), due: false });
  await write('1'.repeat(24), 1, { at: new Date(Date.now() - DAY_MS - 60_000), due: false });
  const last = await bookFor(0, SERVICE);
  await expect.poll(() => told(last), { timeout: 15_000 }).toEqual(['place-told']);
  const [tooMany, elsewhere] = [await bookFor(1, SERVICE), await bookFor(2, 'creche@hergnies.example')];
  await expect.poll(() => told(tooMany), { timeout: 15_000 }).toEqual(['place-not-told']);
  await expect.poll(() => told(elsewhere), { timeout: 15_000 }).toEqual(['place-told']);
  expect(mailsTo(server.dataDir, SERVICE)).toHaveLength(1);
});

test('a mail that is refused is tried again, each time later, eight times; then HR reads that the service was not told', async () => {
  const { id } = await publish(hr);
  const [messageId] = await write(id, 1);
  const tries: (string | undefined)[] = [];
  const refuse = async (mail: Mail) => {
    tries.push(mail.messageId);
    throw new Error('refused');
  };
  const waits: number[] = [];
  for (let due = await nextDue(); due; due = await nextDue()) {
    expect(await told(id)).toEqual([]);
    await sendAt(due, refuse);
    waits.push(((await nextDue())?.getTime() ?? 0) - due.getTime());
  }
  expect(tries).toEqual(Array.from({ length: 8 }, () => messageId));
  expect(waits.slice(0, -1)).toEqual([2, 4, 8, 16, 32, 64, 128].map((minutes) => minutes * 60_000));
  await expect.poll(() => told(id)).toEqual(['place-not-told']);
});

test('one refused mail keeps no other from leaving', async () => {
  const { id } = await publish(hr);
  const [refused, ...others] = await write(id, 3);
  const sent: (string | undefined)[] = [];
  await sendAt(TOMORROW, async ({ messageId }) => {
    if (messageId === refused) throw new Error('refused');
    sent.push(messageId);
  });
  expect(sent.sort()).toEqual(others.sort());
  expect(await nextDue()).toEqual(new Date(TOMORROW.getTime() + 2 * 60_000));
});

test('a process that dies between sending a mail and writing it down loses none: that one is sent once more, under the same name', async () => {
  const { id } = await publish(hr);
  const all = await write(id, 3);
  const sent: (string | undefined)[] = [];
  // It sent the first, and nothing of it was heard any more.
  const died = new Promise<void>((resolve) => {
    void sendAt(TOMORROW, ({ messageId }) => {
      sent.push(messageId);
      resolve();
      return new Promise(() => {});
    });
  });
  await died;
  const goOn = async ({ messageId }: Mail) => {
    sent.push(messageId);
  };
  await sendAt(TOMORROW, goOn);
  expect([...sent].sort()).toEqual([...all].sort());
  await sendAt(new Date(TOMORROW.getTime() + 60_000), goOn);
  expect(sent).toHaveLength(4);
  expect(sent.at(-1)).toBe(sent[0]);
  expect(await nextDue()).toBeUndefined();
  await expect.poll(() => told(id)).toEqual(['place-told', 'place-told', 'place-told']);
});

test('a process that dies once HR was told, before the mail is put away, tells HR once', async () => {
  const { id } = await publish(hr);
  await write(id, 1);
  const send = async () => {};
  await sendAt(TOMORROW, send);
  await expect.poll(() => told(id)).toEqual(['place-told']);
  await PlaceMailModel.updateMany({}, { $set: { dueAt: TOMORROW } });
  await sendAt(TOMORROW, send);
  expect(await nextDue()).toBeUndefined();
  expect(await told(id)).toEqual(['place-told']);
});
