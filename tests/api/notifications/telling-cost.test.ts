import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOutJobs } from '../../../server/src/features/notifications/fan-out.ts';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { NotificationJobModel } from '../../../server/src/platform/notify.ts';
import { type CountingProxy, countingProxy } from '../../support/counting-proxy.ts';
import { buildCrowd } from '../../support/crowd.ts';
import { newDatabaseUri, type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildThread } from '../../support/world.ts';

/** Who writes the thread is a member too. */
const OTHERS = 299;
/** Ten for each hundred, and two for the job, beside one for those who follow without being members; the last hundred is noted with the job. */
const COMMANDS_MAX = 32;

let proxy: CountingProxy;
let server: Server;
beforeAll(async () => {
  proxy = await countingProxy(newDatabaseUri());
  server = await startServer({ databaseUri: proxy.uri });
});
afterAll(() => proxy.close());

test('telling a club of three hundred of a thread asks the store little for each hundred', async () => {
  const club = await buildClub();
  const { thread, author } = await buildThread(server, { club });
  // Told to nobody yet, and done with.
  await expect.poll(() => NotificationJobModel.exists({ _id: `thread:${thread.id}`, doneAt: { $exists: true } })).toBeTruthy();
  await buildCrowd(club, OTHERS);
  const [key, at] = [randomUUID(), new Date()];
  const news = { kind: 'announcement' as const, byId: author.id, clubId: club.id, threadId: thread.id, apart: true, at };
  await NotificationJobModel.create({ _id: key, ...news, to: { club: club.id }, queuedAt: at, leasedUntil: at, pending: true });
  proxy.take();
  await carryOutJobs();
  const asked = proxy.take().filter((command) => /:(people|marks|threads|notification|push)/.test(command));
  expect(await NotificationModel.countDocuments({ key })).toBe(OTHERS);
  expect(asked.length).toBeLessThanOrEqual(COMMANDS_MAX);
});
