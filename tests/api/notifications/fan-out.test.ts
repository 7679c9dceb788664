import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { deliver } from '../../../server/src/features/notifications/deliver.ts';
import { carryOutJobs } from '../../../server/src/features/notifications/fan-out.ts';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { NotificationJobModel, type Telling } from '../../../server/src/platform/notify.ts';
import { buildCrowd } from '../../support/crowd.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { buildClub, buildThread, type TestClub } from '../../support/world.ts';

let server: Server;
let club: TestClub;
let threadId: string;
let crowd: string[];
beforeAll(async () => {
  server = await startServer();
  club = await buildClub();
  crowd = await buildCrowd(club, 95);
  threadId = (await buildThread(server, { club: await buildClub() })).thread.id;
});

/** A job as `notify` writes it, which the server is not told of: it is left to the test. */
const queue = async (telling: Partial<Telling> = {}): Promise<string> => {
  const [key, at] = [randomUUID(), new Date()];
  const job = {
    _id: key,
    kind: 'announcement' as const,
    byId: null,
    clubId: club.id,
    to: { people: crowd },
    at,
    queuedAt: at,
    leasedUntil: at,
  };
  await NotificationJobModel.create({ ...job, pending: true, ...telling });
  return key;
};

const told = async (key: string): Promise<string[]> =>
  (await NotificationModel.find({ key }, { personId: 1 }).lean()).map(({ personId }) => personId).sort();

const isDone = async (key: string): Promise<boolean> => Boolean((await NotificationJobModel.findById(key).lean())?.doneAt);

describe('the fan-out of a notification', () => {
  test('walks through everyone in pages and notes that it is done', async () => {
    const key = await queue({ to: { club: club.id } });
    await carryOutJobs({ pageSize: 10 });
    expect(await told(key)).toEqual(crowd);
    expect(await isDone(key)).toBe(true);
  });

  test('cut in the middle of a page is taken over, loses nobody and tells nobody twice', async () => {
    const key = await queue();
    let pages = 0;
    const dying = carryOutJobs({
      pageSize: 10,
      leaseMs: 200,
      // The process ends there: half of the fourth page is written, nothing is noted, and nothing goes on.
      deliverPage: async (job, ids) => {
        if (++pages < 4) return deliver(job, ids);
        await deliver(job, ids.slice(0, 5));
        return new Promise(() => {});
      },
    });
    await expect.poll(() => told(key)).toHaveLength(35);
    const walked: string[] = [];
    const takeOver = () =>
      carryOutJobs({
        pageSize: 10,
        deliverPage: async (job, ids) => {
          walked.push(...ids);
          await deliver(job, ids);
        },
      });
    await expect
      .poll(async () => {
        await takeOver();
        return isDone(key);
      })
      .toBe(true);
    expect(await told(key)).toEqual(crowd);
    // It went on from the last page noted, not from the beginning.
    expect(walked).toEqual(crowd.slice(30));
    expect(dying).toBeInstanceOf(Promise);
  });

  test('is shared out between workers, each job to one', async () => {
    const keys = await Promise.all(Array.from({ length: 6 }, () => queue()));
    const walks: string[] = [];
    const worker = () =>
      carryOutJobs({
        pageSize: 50,
        deliverPage: async (job, ids) => {
          walks.push(`${job._id}:${ids[0]}`);
          await deliver(job, ids);
        },
      });
    await Promise.all([worker(), worker(), worker()]);
    for (const key of keys) expect(await told(key)).toEqual(crowd);
    expect(walks).toHaveLength(12);
    expect(new Set(walks).size).toBe(12);
  });

  test('to named people does not wait for one to a whole club', async () => {
    const wide = await queue({ to: { club: club.id } });
    const named = await queue({ to: { people: crowd.slice(0, 3) } });
    const reached: string[] = [];
    const held = carryOutJobs({
      reach: 'wide',
      deliverPage: (job) => {
        reached.push(job._id);
        return new Promise(() => {});
      },
    });
    await expect.poll(() => reached).toEqual([wide]);
    await carryOutJobs({ reach: 'named' });
    expect(await told(named)).toEqual(crowd.slice(0, 3));
    expect(await isDone(wide)).toBe(false);
    expect(held).toBeInstanceOf(Promise);
  });

  test('whose lease was lost to another worker stops', async () => {
    const key = await queue();
    let pages = 0;
    await carryOutJobs({
      pageSize: 10,
      deliverPage: async (job, ids) => {
        if (++pages === 2)
          await NotificationJobModel.updateOne({ _id: key }, { owner: 'another', leasedUntil: new Date(Date.now() + 60_000) });
        await deliver(job, ids);
      },
    });
    expect(pages).toBe(2);
    expect(await isDone(key)).toBe(false);
  });

  test('leaves out the actor, those told otherwise and who may not read', async () => {
    const [actor, elsewhere, ...others] = crowd as [string, string, ...string[]];
    const key = await queue({ byId: actor, except: [elsewhere], to: { people: crowd } });
    const secret = await buildClub({ access: 'invitation' });
    const hidden = await queue({ clubId: secret.id, to: { people: crowd } });
    const inThread = await queue({ threadId, to: { people: [...crowd, 'personne', '0'.repeat(24)] } });
    await carryOutJobs();
    expect(await told(key)).toEqual(others);
    expect(await told(hidden)).toEqual([]);
    expect(await told(inThread)).toEqual(crowd);
  });

  test('tells once of one post, whatever the reasons', async () => {
    const post = { threadId, replyNumber: 1, to: { people: crowd.slice(0, 3) } };
    await queue({ ...post, kind: 'mention' });
    const second = await queue({ ...post, kind: 'reply' });
    await carryOutJobs();
    expect(await told(second)).toEqual([]);
  });
});
