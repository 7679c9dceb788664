import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema } from '../../core/ids.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { threadItemSchema } from '../forum/forum.contract.ts';

/** Weeks of activity drawn on the first screen. */
export const ACTIVITY_WEEKS = 12;

export const todaySchema = z.object({
  /** Open questions of the person's clubs, not her own, the oldest waiting last. */
  waiting: z.array(threadItemSchema),
  waitingCount: z.number().int(),
  /** Her questions that got an answer and wait for her to accept one. */
  answers: z.array(
    z.object({
      thread: threadItemSchema,
      reply: z.object({ id: idSchema, number: z.number().int(), author: personRefSchema, excerpt: z.string(), at: instantSchema }),
    }),
  ),
  /** The latest activity of her clubs. */
  recent: z.array(threadItemSchema),
  activity: z.object({
    /** Replies a week over her clubs, the present week last. */
    repliesByWeek: z.array(z.number().int()),
    repliesThisWeek: z.number().int(),
    /** Minutes from question to first answer, median of the last 30 days; null without any. */
    medianFirstAnswerMinutes: z.number().nullable(),
  }),
});
export type Today = z.infer<typeof todaySchema>;

export const todayContract = {
  today: oc.route({ method: 'GET', path: '/today', tags: ['today'], summary: 'What waits for the person' }).output(todaySchema),
};
