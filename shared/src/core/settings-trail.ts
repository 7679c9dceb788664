import { z } from 'zod';
import { instantSchema } from './ids.ts';
import { personRefSchema } from './person-ref.ts';

/** One change of settings: who, when, and each field as it was and as it became. */
export const settingsActSchema = z.object({
  at: instantSchema,
  by: personRefSchema,
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type SettingsActItem = z.infer<typeof settingsActSchema>;
/** The last first; empty for those who may not read it. */
export const settingsTrailSchema = z.array(settingsActSchema);
