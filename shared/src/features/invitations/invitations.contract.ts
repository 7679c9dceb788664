import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CLUB_ROLES, COMMUNE_ROLES } from '../../core/actor.ts';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { PASSWORD_LENGTH, profileInput } from '../accounts/accounts.contract.ts';
import { INVITATION_OUTCOMES, LINE_OUTCOMES, MAIL_STATES } from './invitations.vocabulary.ts';

export const GRANTS_MAX = 20;
export const CSV_LINES_MAX = 500;
/** Well under what a request may weigh. */
const CSV_LENGTH_MAX = 200_000;

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email('Cette adresse électronique n’est pas valide.'));

/** A right given with the invitation: a role in a commune, or in a club; for a person from outside, to replace absent agents. */
const grantInput = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('commune'), slug: slugSchema, role: z.enum(COMMUNE_ROLES) }),
  z.object({ scope: z.literal('club'), slug: slugSchema, role: z.enum(CLUB_ROLES) }),
  z.object({ scope: z.literal('territory'), slug: z.literal('territory'), role: z.literal('substitute') }),
]);
const grantSchema = z.object({
  scope: z.enum(['commune', 'club', 'territory']),
  slug: slugSchema,
  name: z.string(),
  role: z.enum([...COMMUNE_ROLES, ...CLUB_ROLES, 'substitute']),
});

export const invitationInput = z.object({
  email: emailSchema,
  name: profileInput.shape.name,
  function: profileInput.shape.function,
  grants: z.array(grantInput).min(1, 'Choisissez une commune ou un club.').max(GRANTS_MAX),
});

export const invitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  name: z.string(),
  function: z.string(),
  grants: z.array(grantSchema),
  invitedBy: z.string(),
  at: instantSchema,
  expiresAt: instantSchema,
  /** Nobody who sent it may invite there any more: its link opens nothing until it is sent anew. */
  abandoned: z.boolean(),
  mail: z.enum(MAIL_STATES),
  abilities: z.object({ 'invitation.manage': z.boolean() }),
});

const csvInput = z.object({
  csv: z.string().max(CSV_LENGTH_MAX, 'Ce fichier est trop long\u00a0: partagez-le en plusieurs.'),
  /** What a line that names no commune means. */
  commune: slugSchema.optional(),
});

export const importLineSchema = z.object({
  /** As the person's spreadsheet numbers it. */
  line: z.number().int(),
  email: z.string(),
  name: z.string(),
  function: z.string(),
  grants: z.array(grantSchema),
  outcome: z.enum(LINE_OUTCOMES),
  /** Why a line is to be corrected, and what will be given. */
  note: z.string().nullable(),
});
export const importPlanSchema = z.object({
  /** Names exactly what is shown: what it would do is done only if nothing changed since. */
  hash: z.string(),
  lines: z.array(importLineSchema),
  counts: z.record(z.enum(LINE_OUTCOMES), z.number().int()),
});

export const linkSchema = z.object({
  email: z.string(),
  name: z.string(),
  invitedBy: z.string(),
  territory: z.string().nullable(),
  grants: z.array(grantSchema),
  /** She has an account by now: she signs in instead of choosing a password. */
  hasAccount: z.boolean(),
});

export type InvitationInput = z.infer<typeof invitationInput>;
export type GrantInput = z.infer<typeof grantInput>;
export type Grant = z.infer<typeof grantSchema>;
export type Invitation = z.infer<typeof invitationSchema>;
export type ImportPlan = z.infer<typeof importPlanSchema>;
export type ImportLine = z.infer<typeof importLineSchema>;
export type InvitationLink = z.infer<typeof linkSchema>;

const byId = z.object({ id: idSchema });
/** The token of a link travels in bodies only, so that no log of addresses ever holds it. */
const withToken = z.object({
  /** Without one it is the invitation to the address of who is signed in. */
  token: z.string().min(1).max(100).optional(),
});
const tags = ['invitations'];

export const invitationsContract = {
  create: oc
    .route({
      method: 'POST',
      path: '/invitations',
      tags,
      summary: 'Invite an address, or give the rights to who has it',
      successStatus: 201,
    })
    .input(invitationInput)
    .output(z.object({ outcome: z.enum(INVITATION_OUTCOMES) })),
  list: oc
    .route({
      method: 'GET',
      path: '/invitations',
      tags,
      summary: 'Who is invited and has not come yet, within one’s remit, the latest first',
    })
    .input(
      z.object({ commune: slugSchema.optional(), club: slugSchema.optional(), territory: z.literal('territory').optional(), ...pageInput }),
    )
    .output(pageOf(invitationSchema)),
  resend: oc
    .route({ method: 'POST', path: '/invitations/{id}/resend', tags, summary: 'Send a new link; the one before opens nothing any more' })
    .input(byId)
    .output(invitationSchema),
  revoke: oc
    .route({ method: 'DELETE', path: '/invitations/{id}', tags, summary: 'Take an invitation back' })
    .input(byId)
    .output(z.object({ id: idSchema })),
  dryRun: oc
    .route({ method: 'POST', path: '/invitations/dry-run', tags, summary: 'What a file of people will do, line by line; nothing is done' })
    .input(csvInput)
    .output(importPlanSchema),
  batch: oc
    .route({ method: 'POST', path: '/invitations/batch', tags, summary: 'Do exactly what the dry run showed', successStatus: 201 })
    .input(csvInput.extend({ hash: z.string().max(100) }))
    .output(z.object({ lines: z.number().int() })),
  readLink: oc
    .route({
      method: 'POST',
      path: '/invitation-links/read',
      tags,
      summary: 'What a link of invitation opens, or without one the invitation to one’s own address',
    })
    .input(withToken)
    .output(linkSchema),
  acceptLink: oc
    .route({
      method: 'POST',
      path: '/invitation-links/accept',
      tags,
      summary: 'Accept, once: with a password, or signed in as who is invited',
    })
    .input(
      withToken.extend({
        password: z
          .string()
          .min(PASSWORD_LENGTH.min, `${PASSWORD_LENGTH.min} caractères au moins.`)
          .max(PASSWORD_LENGTH.max, `${PASSWORD_LENGTH.max} caractères au plus.`)
          .optional(),
      }),
    )
    .output(z.object({ email: z.string() })),
};
