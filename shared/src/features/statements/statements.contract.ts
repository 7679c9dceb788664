import { oc } from '@orpc/contract';
import { z } from 'zod';
import { calendarDateSchema, clockTimeSchema } from '../../core/half-day-schemas.ts';
import { HALVES } from '../../core/half-days.ts';
import { idSchema, slugSchema } from '../../core/ids.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { EXPORT_FORMATS } from '../document-exports/document-exports.contract.ts';
import { STATEMENT_FORMATS } from './statements.vocabulary.ts';

const monthSchema = z.string().regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/, 'Indiquez un mois (AAAA-MM).');

/** A half-day that was worked. */
export const statementLineSchema = z.object({
  /** Of the booking. */
  id: idSchema,
  replacementId: idSchema,
  date: calendarDateSchema,
  half: z.enum(HALVES),
  start: clockTimeSchema,
  end: clockTimeSchema,
  metier: slugSchema,
  place: z.string(),
  substitute: personRefSchema,
  /** As both sides said, or as planned until they do. */
  minutes: z.number().int(),
  /** Who has said how long it was; the hours count once both said the same. */
  confirmed: z.object({ commune: z.boolean(), substitute: z.boolean(), agreed: z.boolean() }),
});

/** What was exchanged with one other commune, one way. */
export const statementPartSchema = z.object({
  /** Null for people from outside: they are paid, and nobody is reimbursed. */
  partner: z.object({ slug: slugSchema, name: z.string() }).nullable(),
  lines: z.array(statementLineSchema),
  minutes: z.number().int(),
  agreedMinutes: z.number().int(),
});

export const statementSchema = z.object({
  commune: z.object({ slug: slugSchema, name: z.string() }),
  month: monthSchema,
  lent: z.array(statementPartSchema),
  received: z.array(statementPartSchema),
  totals: z.object({
    lent: z.number().int(),
    lentAgreed: z.number().int(),
    received: z.number().int(),
    receivedAgreed: z.number().int(),
    /** Half-days whose hours one side at least has not confirmed. */
    toConfirm: z.number().int(),
  }),
});

export type StatementLine = z.infer<typeof statementLineSchema>;
export type StatementPart = z.infer<typeof statementPartSchema>;
export type Statement = z.infer<typeof statementSchema>;

const tags = ['statements'];
const byMonth = z.object({ slug: slugSchema, month: monthSchema });
const file = z.object({ headers: z.record(z.string(), z.string()), body: z.file() });

export const statementsContract = {
  get: oc
    .route({
      method: 'GET',
      path: '/communes/{slug}/statements/{month}',
      tags,
      summary: 'The hours a commune lent and received in a month, for its HR',
    })
    .input(byMonth)
    .output(statementSchema),
  download: oc
    .route({
      method: 'GET',
      path: '/communes/{slug}/statements/{month}/file',
      tags,
      summary: 'The same as a file: CSV, workbook or PDF',
      outputStructure: 'detailed',
    })
    .input(byMonth.extend({ format: z.enum(STATEMENT_FORMATS) }))
    .output(file),
  agreement: oc
    .route({
      method: 'GET',
      path: '/replacements/{id}/agreements/{personId}',
      tags,
      summary: 'The agreement by which a commune lends an agent for a need, as a document to sign; for the HR of both communes',
      outputStructure: 'detailed',
    })
    .input(z.object({ id: idSchema, personId: idSchema, format: z.enum(EXPORT_FORMATS) }))
    .output(file),
};
