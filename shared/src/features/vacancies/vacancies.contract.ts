import { oc } from '@orpc/contract';
import { z } from 'zod';
import { calendarDateSchema } from '../../core/half-day-schemas.ts';
import { idempotencyKeySchema, idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { settingsTrailSchema } from '../../core/settings-trail.ts';
import { vacancyFilters, vacancyFiltersSchema } from './vacancies.filters.ts';
import { VACANCY_LIMITS } from './vacancies.limits.ts';
import { vacancyActSchema, vacancyChangeSchema, vacancyContentSchema, vacancyItemSchema, vacancySchema } from './vacancies.schemas.ts';
import { VACANCY_SORTS, VACANCY_STATES } from './vacancies.vocabulary.ts';

const byId = z.object({ id: idSchema });
const byCommune = z.object({ slug: slugSchema });
const version = z.number().int().min(1);
const tags = ['vacancies'];

export const savedSearchSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Read also where its métier or its cadre d’emplois has left the directory since. */
  filters: vacancyFiltersSchema.extend({ metier: slugSchema.optional(), cadre: slugSchema.optional() }),
  /** Whether new vacancies that answer it are told of. */
  alert: z.boolean(),
  createdAt: instantSchema,
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;
const searchName = z.string().trim().min(1, 'Donnez un nom à cette recherche.').max(VACANCY_LIMITS.searchName);

/** What a commune’s offers begin with, and whether they are shown without signing in. */
export const vacancySettingsSchema = z.object({
  publicPage: z.boolean(),
  ...vacancyContentSchema.pick({ authority: true, organisation: true, contact: true, recipient: true, benefits: true }).shape,
});
export type VacancySettings = z.infer<typeof vacancySettingsSchema>;
const settingsAnswer = vacancySettingsSchema.extend({
  abilities: z.object({ 'settings.change': z.boolean() }),
  trail: settingsTrailSchema,
});

export const vacanciesContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/vacancies',
      tags,
      summary: 'Vacancies that answer every filter, the last published or the first to close first',
    })
    .input(
      z.object({
        ...vacancyFilters,
        state: z.enum(VACANCY_STATES).default('published'),
        sort: z.enum(VACANCY_SORTS).default('newest'),
        ...pageInput,
      }),
    )
    .output(
      pageOf(vacancyItemSchema).extend({
        /** Where distances are counted from. */
        from: z.object({ slug: slugSchema, name: z.string() }).nullable(),
        /** The communes the reader publishes for. */
        abilities: z.object({ 'vacancy.create': z.array(slugSchema) }),
      }),
    ),
  create: oc
    .route({ method: 'POST', path: '/vacancies', tags, summary: 'Begin a vacancy, and publish it at once if asked', successStatus: 201 })
    .input(
      vacancyChangeSchema.extend({
        commune: slugSchema,
        title: vacancyContentSchema.shape.title,
        publish: z.boolean().default(false),
        idempotencyKey: idempotencyKeySchema.optional(),
      }),
    )
    .output(vacancySchema),
  searches: oc
    .route({ method: 'GET', path: '/vacancies/searches', tags, summary: 'One’s saved searches' })
    .output(z.object({ items: z.array(savedSearchSchema) })),
  saveSearch: oc
    .route({ method: 'POST', path: '/vacancies/searches', tags, summary: 'Save a search, with or without an alert', successStatus: 201 })
    .input(z.object({ name: searchName, filters: vacancyFiltersSchema, alert: z.boolean().default(true) }))
    .output(savedSearchSchema),
  changeSearch: oc
    .route({ method: 'PATCH', path: '/vacancies/searches/{id}', tags, summary: 'Rename a saved search, turn its alert on or off' })
    .input(byId.extend({ name: searchName.optional(), alert: z.boolean().optional() }))
    .output(savedSearchSchema),
  removeSearch: oc
    .route({ method: 'DELETE', path: '/vacancies/searches/{id}', tags, summary: 'Forget a saved search' })
    .input(byId)
    .output(z.object({ removed: z.literal(true) })),
  get: oc.route({ method: 'GET', path: '/vacancies/{id}', tags, summary: 'A vacancy' }).input(byId).output(vacancySchema),
  edit: oc
    .route({
      method: 'PATCH',
      path: '/vacancies/{id}',
      tags,
      summary: 'Change a vacancy; 409 with its present text when another did first',
    })
    .input(vacancyChangeSchema.extend({ id: idSchema, version }))
    .output(vacancySchema),
  attach: oc
    .route({
      method: 'PUT',
      path: '/vacancies/{id}/attachment',
      tags,
      summary: 'Join a file to a vacancy, in the place of the one it has (multipart: `file`, `version`; PDF, .docx or .odt)',
    })
    .input(byId.extend({ version: z.coerce.number().int().min(1), file: z.file('Choisissez un fichier.') }))
    .output(vacancySchema),
  detach: oc
    .route({ method: 'DELETE', path: '/vacancies/{id}/attachment', tags, summary: 'Take away the file joined to a vacancy' })
    .input(byId.extend({ version }))
    .output(vacancySchema),
  attachment: oc
    .route({
      method: 'GET',
      path: '/vacancies/{id}/attachment',
      tags,
      summary: 'The file joined to a vacancy',
      outputStructure: 'detailed',
    })
    .input(byId)
    .output(z.object({ headers: z.record(z.string(), z.string()), body: z.file() })),
  publish: oc
    .route({ method: 'POST', path: '/vacancies/{id}/publish', tags, summary: 'Publish a draft, or what was closed by mistake' })
    .input(byId.extend({ deadline: calendarDateSchema.optional() }))
    .output(vacancySchema),
  close: oc
    .route({ method: 'POST', path: '/vacancies/{id}/close', tags, summary: 'Say that it is filled, or withdraw it' })
    .input(byId.extend({ as: z.enum(['filled', 'withdrawn']), note: z.string().trim().max(VACANCY_LIMITS.note).default('') }))
    .output(vacancySchema),
  extend: oc
    .route({ method: 'POST', path: '/vacancies/{id}/extend', tags, summary: 'Say that it is still open: one month more unless said' })
    .input(byId.extend({ deadline: calendarDateSchema.optional() }))
    .output(vacancySchema),
  remove: oc
    .route({ method: 'DELETE', path: '/vacancies/{id}', tags, summary: 'Throw a draft away' })
    .input(byId)
    .output(z.object({ removed: z.literal(true) })),
  trail: oc
    .route({ method: 'GET', path: '/vacancies/{id}/trail', tags, summary: 'What was done about a vacancy, the last first' })
    .input(byId)
    .output(z.object({ items: z.array(vacancyActSchema) })),
  settings: oc
    .route({ method: 'GET', path: '/communes/{slug}/vacancy-settings', tags, summary: 'What a commune’s vacancies begin with' })
    .input(byCommune)
    .output(settingsAnswer),
  saveSettings: oc
    .route({ method: 'PUT', path: '/communes/{slug}/vacancy-settings', tags, summary: 'Choose what a commune’s vacancies begin with' })
    .input(byCommune.extend(vacancySettingsSchema.shape))
    .output(settingsAnswer),
};
