import type { Actor } from '@beffroi/shared/core/actor';
import type { Today } from '@beffroi/shared/features/today/today.contract';
import { clubsOf } from '../clubs/known-clubs.queries.ts';
import { clubActivity } from '../forum/activity.queries.ts';
import { latestAnswers, recentThreads, waitingThreads } from '../forum/forum-overview.queries.ts';

/** What waits for the person, what she was answered, and how her clubs live. */
export const today = async (actor: Actor): Promise<Today> => {
  const clubs = clubsOf(actor);
  const [waiting, answers, recent, activity] = await Promise.all([
    waitingThreads(actor, clubs),
    latestAnswers(actor),
    recentThreads(actor, clubs),
    clubActivity(clubs),
  ]);
  return { waiting: waiting.items, waitingCount: waiting.count, answers, recent, activity };
};
