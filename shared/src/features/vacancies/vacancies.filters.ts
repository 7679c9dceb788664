import { z } from 'zod';
import { slugSchema } from '../../core/ids.ts';
import { CATEGORIES, FILIERES } from '../../core/public-service/grades.ts';
import { VACANCY_LIMITS } from './vacancies.limits.ts';
import { cadreSchema, metierSchema } from './vacancies.schemas.ts';
import { NATURES, TIMES } from './vacancies.vocabulary.ts';

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
} as const;
export const vacancyFiltersSchema = z.object(vacancyFilters);
export type VacancyFilters = z.infer<typeof vacancyFiltersSchema>;
