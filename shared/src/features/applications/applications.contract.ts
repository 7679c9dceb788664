import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idempotencyKeySchema, idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { keepsToItsLine, showsSomething } from '../../core/visible-text.ts';
import { APPLICATION_LIMITS } from './applications.limits.ts';
import { APPLICATION_ACTS, APPLICATION_FILES, APPLICATION_STATES, DECISIONS } from './applications.vocabulary.ts';

const { interviewMinutes } = APPLICATION_LIMITS;
const text = (max: number) => z.string().trim().max(max, `Pas plus de ${max} caractères.`);
const line = (max: number) => text(max).refine(keepsToItsLine, 'Ce texte tient sur une ligne.');

const interview = {
  at: instantSchema,
  minutes: z.number().int().min(interviewMinutes.min).max(interviewMinutes.max),
  place: line(APPLICATION_LIMITS.place).refine(showsSomething, 'Indiquez où se tient l’entretien.'),
  note: text(APPLICATION_LIMITS.note),
} as const;

export const applicationAbilitiesSchema = z.object({
  'application.withdraw': z.boolean(),
  'application.plan': z.boolean(),
  'application.choose': z.boolean(),
  'application.decline': z.boolean(),
  'application.see-trail': z.boolean(),
});

export const applicationItemSchema = z.object({
  id: idSchema,
  state: z.enum(APPLICATION_STATES),
  vacancy: z.object({ id: idSchema, title: z.string(), commune: z.object({ slug: slugSchema, name: z.string() }) }),
  /** Null once it was erased. */
  applicant: personRefSchema.nullable(),
  sentAt: instantSchema,
  interview: z.object(interview).nullable(),
  /** When the state last changed. */
  changedAt: instantSchema,
  version: z.number().int(),
});

export const applicationSchema = applicationItemSchema.extend({
  /** How to reach the applicant; null once erased. */
  contact: z.object({ email: z.string(), phone: z.string(), function: z.string() }).nullable(),
  letter: z.string(),
  files: z.array(z.object({ file: z.enum(APPLICATION_FILES), name: z.string(), bytes: z.number().int() })),
  /** What the commune wrote with its decision. */
  message: z.string().nullable(),
  /** When what was sent will be erased unless somebody is in touch before; null once it is. */
  keptUntil: instantSchema.nullable(),
  abilities: applicationAbilitiesSchema,
});

export const applicationActSchema = z.object({
  id: idSchema,
  at: instantSchema,
  act: z.enum(APPLICATION_ACTS),
  /** Null for the candidate and for what happens by itself: the trail names those who act for the commune only. */
  by: personRefSchema.nullable(),
});

/** A vacancy of her own commune that waits for HR. */
const waitingVacancySchema = z.object({ id: idSchema, title: z.string(), commune: z.object({ slug: slugSchema, name: z.string() }) });

/** What of recruiting waits for the person today, a few of each. */
export const recruitingTodaySchema = z.object({
  /** Received by the communes she is HR of and not answered, the first sent first. */
  received: z.array(applicationItemSchema),
  /** Those whom these communes see today, in the order of the hours. */
  interviews: z.array(applicationItemSchema),
  /** Published, and asked of HR whether they are still open. */
  toConfirm: z.array(waitingVacancySchema),
  drafts: z.array(waitingVacancySchema),
  /** Her own: the interviews to come, and what was answered lately. */
  mine: z.array(applicationItemSchema),
});

export type RecruitingToday = z.infer<typeof recruitingTodaySchema>;
export type WaitingVacancy = z.infer<typeof waitingVacancySchema>;
export type Application = z.infer<typeof applicationSchema>;
export type ApplicationItem = z.infer<typeof applicationItemSchema>;
export type ApplicationActRecord = z.infer<typeof applicationActSchema>;

const byId = z.object({ id: idSchema });
const versioned = byId.extend({ version: z.number().int().min(1) });
const file = z.object({ headers: z.record(z.string(), z.string()), body: z.file() });
const tags = ['applications'];

export const applicationsContract = {
  apply: oc
    .route({
      method: 'POST',
      path: '/vacancies/{id}/applications',
      tags,
      summary: 'Apply for a vacancy (multipart: `cv`, a letter as `letter` or `letterFile`; PDF, .docx or .odt)',
      successStatus: 201,
    })
    .input(
      byId
        .extend({
          cv: z.file('Joignez votre CV.'),
          letter: text(APPLICATION_LIMITS.letter).default(''),
          letterFile: z.file().optional(),
          phone: line(APPLICATION_LIMITS.phone).default(''),
          idempotencyKey: idempotencyKeySchema.optional(),
        })
        .refine(({ letter, letterFile }) => letterFile !== undefined || showsSomething(letter), {
          path: ['letter'],
          message: 'Écrivez votre lettre de motivation, ou joignez-la.',
        }),
    )
    .output(applicationSchema),
  ofVacancy: oc
    .route({ method: 'GET', path: '/vacancies/{id}/applications', tags, summary: 'Those who applied, for the commune’s HR' })
    .input(byId.extend(pageInput))
    .output(pageOf(applicationItemSchema)),
  mine: oc
    .route({ method: 'GET', path: '/applications', tags, summary: 'The person’s own applications, the last sent first' })
    .input(z.object({ ...pageInput, /** Only the one that stands for this vacancy. */ vacancy: idSchema.optional() }))
    .output(pageOf(applicationItemSchema)),
  today: oc
    .route({ method: 'GET', path: '/recruiting/today', tags, summary: 'What of recruiting waits for the person today' })
    .output(recruitingTodaySchema),
  get: oc
    .route({ method: 'GET', path: '/applications/{id}', tags, summary: 'An application, for who sent it and that commune’s HR' })
    .input(byId)
    .output(applicationSchema),
  plan: oc
    .route({ method: 'PUT', path: '/applications/{id}/interview', tags, summary: 'Propose an interview, or another hour or place for it' })
    .input(versioned.extend(interview))
    .output(applicationSchema),
  decide: oc
    .route({ method: 'POST', path: '/applications/{id}/decision', tags, summary: 'Choose or decline, with a message to the applicant' })
    .input(
      versioned.extend({
        decision: z.enum(DECISIONS),
        message: text(APPLICATION_LIMITS.message).refine(showsSomething, 'Écrivez quelques mots au candidat.'),
      }),
    )
    .output(applicationSchema),
  withdraw: oc
    .route({
      method: 'POST',
      path: '/applications/{id}/withdraw',
      tags,
      summary: 'Take back one’s application; its files are erased at once',
    })
    .input(byId)
    .output(applicationSchema),
  download: oc
    .route({
      method: 'GET',
      path: '/applications/{id}/files/{file}',
      tags,
      summary: 'A file of an application, for who sent it and that commune’s HR',
      outputStructure: 'detailed',
    })
    .input(byId.extend({ file: z.enum(APPLICATION_FILES) }))
    .output(file),
  calendar: oc
    .route({
      method: 'GET',
      path: '/applications/{id}/interview/calendar',
      tags,
      summary: 'The interview as a calendar takes it (iCalendar, RFC 5545)',
      outputStructure: 'detailed',
    })
    .input(byId)
    .output(file),
  trail: oc
    .route({ method: 'GET', path: '/applications/{id}/trail', tags, summary: 'What was done with an application, the last first' })
    .input(byId)
    .output(z.object({ items: z.array(applicationActSchema) })),
};
