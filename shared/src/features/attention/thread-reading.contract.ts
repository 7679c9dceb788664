import { z } from 'zod';
import { FOLLOW_LEVELS, THREAD_LEVELS } from './attention.vocabulary.ts';

/** What a list says of a thread to its reader. */
export const unreadFields = {
  /** Replies she has not seen; null where she does not follow. */
  unread: z.number().int().nullable(),
  /** She follows and has not seen even its text. */
  isNew: z.boolean(),
};

/** Where the reader of a thread stands: the last reply she saw, what is new to her, how she follows it and its club. */
export const readingSchema = z.object({
  read: z.number().int(),
  ...unreadFields,
  level: z.enum(THREAD_LEVELS).nullable(),
  clubLevel: z.enum(FOLLOW_LEVELS).nullable(),
});
export type ThreadReading = z.infer<typeof readingSchema>;
