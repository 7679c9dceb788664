import { notify } from '../../platform/notify.ts';
import { startRecurring } from '../../platform/recurring-work.ts';
import { knownClub } from '../clubs/known-clubs.queries.ts';
import { ThreadModel, type ThreadRecord } from './thread.model.ts';

const ANSWERED_FOR_MS = 5 * 86_400_000;
/** What was answered before people could be reminded is left alone: nobody is reminded of last year. */
const NO_LONGER_THAN_MS = 60 * 86_400_000;
const LOOK_EVERY_MS = 3_600_000;
const AT_A_TIME = 100;

const remind = async ({ _id, clubId, author }: ThreadRecord): Promise<void> => {
  const threadId = _id.toHexString();
  // In an archived club she could accept none.
  if (!knownClub(clubId)?.archived)
    await notify({
      key: `accept-reminder:${threadId}`,
      kind: 'accept-reminder',
      byId: null,
      clubId,
      threadId,
      to: { people: [author.id] },
    });
  await ThreadModel.updateOne({ _id }, { $set: { remindedAt: new Date() } });
};

/**
 * Reminds, once, each asker whose question was answered more than five days ago and who has accepted no answer. Killed between
 * the two writes it does no harm: the key of what is told is the thread's.
 */
export const remindToAccept = async (): Promise<void> => {
  const [from, to] = [new Date(Date.now() - NO_LONGER_THAN_MS), new Date(Date.now() - ANSWERED_FOR_MS)];
  const due = {
    kind: 'question' as const,
    status: 'answered' as const,
    remindedAt: null,
    deletedAt: null,
    firstAnswerAt: { $gt: from, $lt: to },
  };
  for (;;) {
    const threads = await ThreadModel.find(due, { clubId: 1, author: 1 })
      .sort({ firstAnswerAt: 1 })
      .limit(AT_A_TIME)
      .lean<ThreadRecord[]>();
    for (const thread of threads) await remind(thread);
    if (threads.length < AT_A_TIME) return;
  }
};

/** Looks for whom to remind every hour; gives back how to stop. */
export const startReminding = (): (() => Promise<void>) =>
  startRecurring({ name: 'remind to accept', everyMs: LOOK_EVERY_MS, work: remindToAccept });
