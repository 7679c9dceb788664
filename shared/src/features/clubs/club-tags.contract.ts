import { z } from 'zod';
import { slugSchema } from '../../core/ids.ts';

export const CLUB_TAGS_MAX = 30;
export const THREAD_TAGS_MAX = 5;
export const TAG_LENGTH = { min: 2, max: 30 } as const;

/** A subject the club sorts its threads by. Its slug stays when it is renamed, so that threads keep it. */
export const tagSchema = z.object({ slug: slugSchema, name: z.string() });
export type Tag = z.infer<typeof tagSchema>;

const tagName = z
  .string()
  .trim()
  .min(TAG_LENGTH.min, `Une étiquette a au moins ${TAG_LENGTH.min} caractères.`)
  .max(TAG_LENGTH.max, `Une étiquette a ${TAG_LENGTH.max} caractères au plus.`)
  .refine((value) => !/\p{Cc}/u.test(value), 'Cette étiquette contient des caractères invisibles.')
  .refine((value) => /[\p{L}\p{N}]/u.test(value), 'Cette étiquette ne contient ni lettre ni chiffre.');

/** The whole list as it is to be, in order: a tag with its slug is kept or renamed, one without is new, one left out is removed. */
export const tagListInput = {
  items: z
    .array(z.object({ slug: slugSchema.optional(), name: tagName }))
    .max(CLUB_TAGS_MAX, `Un club a ${CLUB_TAGS_MAX} étiquettes au plus.`),
  /** Of the list one starts from. */
  version: z.number().int().min(0),
};

export const tagListSchema = z.object({ items: z.array(tagSchema), version: z.number().int() });
export type TagList = z.infer<typeof tagListSchema>;

/** The tags of a thread, by slug. */
export const threadTagsInput = z.array(slugSchema).max(THREAD_TAGS_MAX, `Pas plus de ${THREAD_TAGS_MAX} étiquettes par sujet.`).optional();
