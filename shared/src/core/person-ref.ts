import { z } from 'zod';
import { idSchema } from './ids.ts';

/** A person as she appears beside what she wrote; copied there when she writes. */
export const personRefSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Null for people from outside the territory. */
  commune: z.object({ slug: z.string(), name: z.string() }).nullable(),
});
export type PersonRef = z.infer<typeof personRefSchema>;

/** « Responsable urbanisme, Anzin »: a name that names the commune already does not say it twice. */
export const personLabel = ({ name, commune }: { name: string; commune: { name: string } | null }): string =>
  commune && !name.endsWith(commune.name) ? `${name}, ${commune.name}` : name;
