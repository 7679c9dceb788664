import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CLUB_ROLES, COMMUNE_ROLES } from '../../core/actor.ts';
import { idSchema, slugSchema } from '../../core/ids.ts';
import { keepsToItsLine, showsSomething } from '../../core/visible-text.ts';

export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;
export const EXPERTISE_MAX = 12;

/** Text of one line, trimmed. */
const line = (max: number) =>
  z.string().trim().max(max, `${max} caractères au plus.`).refine(keepsToItsLine, 'Ce texte contient des caractères invisibles.');
const shown = (max: number, message: string) => line(max).min(2, { error: message, abort: true }).refine(showsSomething, message);

export const profileInput = z.object({
  name: shown(120, 'Indiquez votre nom ou votre fonction.'),
  function: shown(120, 'Indiquez votre fonction.'),
  phone: line(30)
    .regex(/^[0-9+(). -]*$/, 'Ce numéro de téléphone n’est pas lisible.')
    .nullable(),
  expertise: z.array(line(60).min(2)).max(EXPERTISE_MAX, `${EXPERTISE_MAX} sujets au plus.`),
});

export const meSchema = z.object({
  id: idSchema,
  email: z.string(),
  name: z.string(),
  function: z.string(),
  phone: z.string().nullable(),
  expertise: z.array(z.string()),
  administrator: z.boolean(),
  /** The name of the territory; null where it was given none. */
  territory: z.string().nullable(),
  /** The first one is the person's main commune; empty for a guest or a substitute. */
  communes: z.array(
    z.object({
      slug: slugSchema,
      name: z.string(),
      roles: z.array(z.enum(COMMUNE_ROLES)),
      abilities: z.object({ 'agents.manage': z.boolean(), 'replacement.publish': z.boolean() }),
    }),
  ),
  clubs: z.array(z.object({ slug: slugSchema, role: z.enum(CLUB_ROLES) })),
  abilities: z.object({ 'directory.read': z.boolean(), 'search.use': z.boolean(), 'replacements.read': z.boolean() }),
});
export type Me = z.infer<typeof meSchema>;
export type ProfileInput = z.infer<typeof profileInput>;

export const demoAccountSchema = z.object({ email: z.string(), password: z.string(), label: z.string(), purpose: z.string() });
export type DemoAccount = z.infer<typeof demoAccountSchema>;

/** Sign-in, sign-out and forgotten password are served under /api/auth by better-auth. */
export const accountsContract = {
  me: oc.route({ method: 'GET', path: '/me', tags: ['accounts'], summary: 'The person signed in, with her rights' }).output(meSchema),
  updateProfile: oc
    .route({ method: 'PATCH', path: '/me', tags: ['accounts'], summary: 'Change one’s own profile' })
    .input(profileInput)
    .output(meSchema),
  demoAccounts: oc
    .route({ method: 'GET', path: '/demo-accounts', tags: ['accounts'], summary: 'Accounts to try; empty outside of demonstration mode' })
    .output(z.object({ items: z.array(demoAccountSchema) })),
};
