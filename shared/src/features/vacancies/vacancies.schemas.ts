import { z } from 'zod';
import { ATTACHED_TYPES } from '../../core/attached-files.ts';
import { calendarDateSchema } from '../../core/half-day-schemas.ts';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { CADRES, CATEGORIES, FILIERES } from '../../core/public-service/grades.ts';
import { METIERS } from '../../core/public-service/metiers.ts';
import { keepsToItsLine, showsSomething } from '../../core/visible-text.ts';
import { FULL_WEEK, LEAST_WEEK, VACANCY_LIMITS } from './vacancies.limits.ts';
import { ARTICLES, NATURES, ORIGINS, VACANCY_ACTS, VACANCY_STATES } from './vacancies.vocabulary.ts';

const tooLong = (max: number) => `Pas plus de ${max} caractères.`;
const line = (max: number = VACANCY_LIMITS.line) =>
  z.string().trim().max(max, tooLong(max)).refine(keepsToItsLine, 'Ce texte tient sur une ligne.');
const text = (max: number) => z.string().trim().max(max, tooLong(max));
const oneOf = (slugs: readonly { slug: string }[], message: string) => {
  const known = new Set(slugs.map(({ slug }) => slug));
  return slugSchema.refine((slug) => known.has(slug), message);
};
export const metierSchema = oneOf(METIERS, 'Ce métier n’est pas dans le répertoire.');
export const cadreSchema = oneOf(CADRES, 'Ce cadre d’emplois n’existe pas.');
const url = z.union([
  z.literal(''),
  z.url({ protocol: /^https?$/, error: 'Indiquez une adresse qui commence par https://.' }).max(VACANCY_LIMITS.url),
]);

/** What HR writes of a vacancy; a draft may leave nearly all of it unsaid. */
export const vacancyFields = {
  title: line(VACANCY_LIMITS.title).refine(showsSomething, 'Donnez un intitulé au poste.'),
  metier: metierSchema.nullable(),
  cadre: cadreSchema.nullable(),
  grades: z.array(line(100)).max(VACANCY_LIMITS.grades),
  nature: z.enum(NATURES),
  origin: z.enum(ORIGINS).nullable(),
  /** Of a contract that ends. */
  durationMonths: z.number().int().min(1).max(VACANCY_LIMITS.durationMonths).nullable(),
  /** Open to contractuels, and on which article. */
  contractuels: z.boolean(),
  article: z.enum(ARTICLES).nullable(),
  /** 2 100 for 35 hours. */
  weeklyMinutes: z.number().int().min(LEAST_WEEK).max(FULL_WEEK),
  telework: z.boolean(),
  startsOn: calendarDateSchema.nullable(),
  deadline: calendarDateSchema.nullable(),
  place: line(),
  authority: line(),
  organisation: line(),
  missions: text(VACANCY_LIMITS.missions),
  profile: text(VACANCY_LIMITS.profile),
  conditions: text(VACANCY_LIMITS.conditions),
  rifseep: z.boolean(),
  /** Points of nouvelle bonification indiciaire. */
  nbi: z.number().int().min(1).max(VACANCY_LIMITS.nbi).nullable(),
  benefits: text(VACANCY_LIMITS.benefits),
  contact: line(),
  recipient: line(),
  /** The declaration to the centre de gestion: its number and its date. */
  dveNumber: line(40),
  dveOn: calendarDateSchema.nullable(),
  officialUrl: url,
  attachmentUrl: url,
  /** Why the one-month notice cannot be kept; empty where it is. */
  emergency: text(VACANCY_LIMITS.emergency),
} as const;

/** What was written is read also where its métier or its cadre d’emplois has left the directory since. */
const writtenFields = { metier: slugSchema.nullable(), cadre: slugSchema.nullable() } as const;

export const vacancyContentSchema = z.object(vacancyFields);
export type VacancyContent = z.infer<typeof vacancyContentSchema>;
/** Any of it; none of it defaulted. */
export const vacancyChangeSchema = vacancyContentSchema.partial();
export type VacancyChange = z.infer<typeof vacancyChangeSchema>;

/** A vacancy as a list has room for it. */
export const vacancyItemSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  commune: z.object({ slug: slugSchema, name: z.string() }),
  /** `commune.slug`, for those who need nothing else. */
  communeSlug: slugSchema,
  ...vacancyContentSchema.pick({
    title: true,
    metier: true,
    cadre: true,
    grades: true,
    nature: true,
    durationMonths: true,
    contractuels: true,
    weeklyMinutes: true,
    telework: true,
    startsOn: true,
    deadline: true,
    place: true,
  }).shape,
  ...writtenFields,
  filiere: z.enum(FILIERES).nullable(),
  categorie: z.enum(CATEGORIES).nullable(),
  state: z.enum(VACANCY_STATES),
  /** Published, and its deadline is not past: one may apply. */
  open: z.boolean(),
  /** HR was asked whether it is still open, and has not said. */
  asked: z.boolean(),
  publishedAt: instantSchema.nullable(),
  changedAt: instantSchema,
  /** From the reader’s commune; null where a centre is not known. */
  distanceKm: z.number().nullable(),
});
export type VacancyItem = z.infer<typeof vacancyItemSchema>;

export const vacancyAbilitiesSchema = z.object({
  'vacancy.edit': z.boolean(),
  'vacancy.publish': z.boolean(),
  'vacancy.close': z.boolean(),
  'vacancy.extend': z.boolean(),
  'vacancy.remove': z.boolean(),
  'vacancy.duplicate': z.boolean(),
  'vacancy.see-trail': z.boolean(),
  'vacancy.apply': z.boolean(),
});

/** What a file joined to a vacancy is. */
export const vacancyAttachmentSchema = z.object({
  /** What it is saved as. */
  name: z.string(),
  type: z.enum(ATTACHED_TYPES),
  bytes: z.number().int(),
});
export type VacancyAttachment = z.infer<typeof vacancyAttachmentSchema>;

export const vacancySchema = vacancyItemSchema.extend({
  ...vacancyContentSchema.shape,
  ...writtenFields,
  attachment: vacancyAttachmentSchema.nullable(),
  publishedBy: personRefSchema.nullable(),
  /** When it was filled, withdrawn or archived. */
  closedAt: instantSchema.nullable(),
  /** Its page without sign-in; null where its commune shows none, or it is not open. */
  publicPath: z.string().nullable(),
  /** What a link must hold to say by itself whether it is still open; null where that is not asked, or not of the reader. */
  answerKey: z.string().nullable(),
  abilities: vacancyAbilitiesSchema,
});
export type Vacancy = z.infer<typeof vacancySchema>;

export const vacancyActSchema = z.object({
  at: instantSchema,
  /** Null of what happened by itself. */
  by: personRefSchema.nullable(),
  action: z.enum(VACANCY_ACTS),
  note: z.string(),
});
export type VacancyActItem = z.infer<typeof vacancyActSchema>;
