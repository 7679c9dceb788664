import { beforeAll, describe, expect, test } from 'vitest';
import { MarkModel } from '../../../server/src/features/attention/mark.model.ts';
import { ReplyModel } from '../../../server/src/features/forum/reply.model.ts';
import { newMark, sweepUnsettled } from '../../../server/src/features/forum/settle.ts';
import { NotificationModel } from '../../../server/src/features/notifications/notification.model.ts';
import { NotificationJobModel } from '../../../server/src/platform/notify.ts';
import { objectId } from '../../../server/src/platform/object-id.ts';
import { buildCrowd } from '../../support/crowd.ts';
import { type Server, startServer } from '../../support/start-server.ts';
import { allTold } from '../../support/told.ts';
import { buildClub, buildPerson, buildReply, buildThread, type TestPerson } from '../../support/world.ts';

let server: Server;
let asker: TestPerson;
let answerer: TestPerson;
beforeAll(async () => {
  server = await startServer();
  [asker, answerer] = [await buildPerson(server), await buildPerson(server, { commune: 'onnaing' })];
});

const told = async (threadId: string): Promise<string[]> =>
  (await NotificationModel.find({ threadId, kind: 'reply' }).sort({ personId: 1 }).lean()).map(({ personId }) => personId);
const jobsOf = (replyId: string): Promise<number> => NotificationJobModel.countDocuments({ _id: `reply:${replyId}` });

describe('a reply', () => {
  test('that few follow is told without a job, and once when it is settled anew', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const { id } = await buildReply(answerer, thread.id);
    await allTold();
    expect(await told(thread.id)).toEqual([asker.id]);
    expect(await jobsOf(id)).toBe(0);
    // As a process leaves it that was killed before it took the mark off.
    await ReplyModel.updateOne({ _id: objectId(id) }, { $set: { unsettled: newMark() } });
    await sweepUnsettled({ all: true });
    expect(await told(thread.id)).toEqual([asker.id]);
  });

  test('that was not told to anybody when its process was killed is told by the sweep', async () => {
    const { thread } = await buildThread(server, { author: asker });
    const { id } = await buildReply(answerer, thread.id);
    await allTold();
    await NotificationModel.deleteMany({ threadId: thread.id });
    await ReplyModel.updateOne({ _id: objectId(id) }, { $set: { unsettled: newMark() } });
    await sweepUnsettled({ all: true });
    expect(await told(thread.id)).toEqual([asker.id]);
  });

  test('is told to who follows the whole club, but not where she chose less', async () => {
    const club = await buildClub();
    const [all, less] = [
      await buildPerson(server, { clubs: [[club, 'member']] }),
      await buildPerson(server, { clubs: [[club, 'member']] }),
    ];
    const { thread } = await buildThread(server, { club, author: asker });
    const follow = { at: new Date(), clubId: club.id };
    for (const { id: personId } of [all, less])
      await MarkModel.updateOne(
        { personId, subjectId: objectId(club.id) },
        { $set: { ...follow, subject: 'club', level: 'all' } },
        { upsert: true },
      );
    await MarkModel.create({ ...follow, personId: less.id, subject: 'thread', subjectId: objectId(thread.id), level: 'muted' });
    await buildReply(answerer, thread.id);
    await allTold();
    expect(await told(thread.id)).toEqual([asker.id, all.id].sort());
  });

  test('that more follow than one page holds has a job of its own', async () => {
    const club = await buildClub();
    const crowd = await buildCrowd(club, 60);
    const { thread } = await buildThread(server, { club, author: asker });
    const follow = { at: new Date(), clubId: club.id, subject: 'thread' as const, subjectId: objectId(thread.id), level: 'all' as const };
    await MarkModel.insertMany(crowd.map((personId) => ({ ...follow, personId })));
    const { id } = await buildReply(answerer, thread.id);
    await allTold();
    expect(await jobsOf(id)).toBe(1);
    expect(await told(thread.id)).toEqual([asker.id, ...crowd].sort());
  });
});
