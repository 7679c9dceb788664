import { z } from 'zod';
import { calendarDateSchema } from '../../core/half-day-schemas.ts';
import { slugSchema } from '../../core/ids.ts';
import { CATEGORIES, FILIERES } from '../../core/public-service/grades.ts';
import { FULL_WEEK, LEAST_WEEK, VACANCY_LIMITS } from './vacancies.limits.ts';
import { cadreSchema, metierSchema } from './vacancies.schemas.ts';
import { NATURES, TIMES } from './vacancies.vocabulary.ts';

const minutes = z.coerce.number().int().min(LEAST_WEEK).max(FULL_WEEK).optional();

/** What a list is asked for, an alert waits for, and the page’s address says. */
export const vacancyFilters = {
  /** Words; all of them, in any of its texts. */
  q: z.string().trim().max(VACANCY_LIMITS.query).optional(),
  commune: slugSchema.optional(),
  /** Kilometres from the reader’s commune. */
  within: z.coerce.number().int().min(1).max(200).optional(),
  metier: metierSchema.optional(),
  filiere: z.enum(FILIERES).optional(),
  categorie: z.enum(CATEGORIES).optional(),
  cadre: cadreSchema.optional(),
  grade: z.string().trim().max(100).optional(),
  nature: z.enum(NATURES).optional(),
  time: z.enum(TIMES).optional(),
  contractuels: z.enum(['true']).optional(),
  telework: z.enum(['true']).optional(),
  rifseep: z.enum(['true']).optional(),
  nbi: z.enum(['true']).optional(),
  /** A file or a link to one. */
  attachment: z.enum(['true']).optional(),
  /** A link to the official advertisement. */
  official: z.enum(['true']).optional(),
  /** Both ends count; what says no day is in none. */
  startsFrom: calendarDateSchema.optional(),
  startsUntil: calendarDateSchema.optional(),
  deadlineFrom: calendarDateSchema.optional(),
  deadlineUntil: calendarDateSchema.optional(),
  /** Minutes of its week. */
  weeklyFrom: minutes,
  weeklyUntil: minutes,
} as const;
export const vacancyFiltersSchema = z.object(vacancyFilters);
export type VacancyFilters = z.infer<typeof vacancyFiltersSchema>;
