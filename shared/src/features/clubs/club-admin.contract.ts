import { z } from 'zod';
import { idSchema } from '../../core/ids.ts';
import { CLUB_ACCESS, CLUB_HUES } from './clubs.vocabulary.ts';

export const FIRST_PILOTS_MAX = 5;
export const ADDED_MEMBERS_MAX = 20;
const LINES_MAX = 8;

const visible = (text: z.ZodString) =>
  text
    .refine((value) => !/[^\P{Cc}\n]/u.test(value), 'Ce texte contient des caractères invisibles.')
    .refine((value) => value === '' || /[\p{L}\p{N}]/u.test(value), 'Ce texte ne contient ni lettre ni chiffre.');
const line = (max: number) =>
  visible(z.string().trim().max(max, `${max} caractères au plus.`)).refine((value) => !value.includes('\n'), 'Une seule ligne.');
const required = (max: number, message: string) => line(max).refine((value) => value.length >= 2, message);
const lines = z.array(required(200, 'Cette ligne est vide.')).max(LINES_MAX, `${LINES_MAX} lignes au plus.`);

/** How a club is known across the territory. */
export const clubIdentityInput = z.object({
  name: required(60, 'Donnez un nom au club.'),
  mark: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[\p{Lu}\p{N}]{2}$/u, 'Deux lettres.'),
  hue: z.enum(Object.keys(CLUB_HUES) as [keyof typeof CLUB_HUES], 'Choisissez une couleur de la liste.'),
});

/** What those who animate a club keep themselves. */
export const clubCardInput = z.object({
  summary: required(200, 'Dites en une phrase à quoi sert le club.'),
  purposes: lines,
  audience: lines,
  firstWorks: lines,
  charter: visible(z.string().trim().max(4_000, '4 000 caractères au plus.')),
  rhythm: line(200),
  place: line(200),
  access: z.enum(CLUB_ACCESS),
});

export const newClubInput = clubIdentityInput.extend({
  ...clubCardInput.shape,
  pilotIds: z.array(idSchema).max(FIRST_PILOTS_MAX, `${FIRST_PILOTS_MAX} pilotes au plus pour commencer.`),
});

export const clubEditInput = clubCardInput.extend({
  /** The administrator’s to change; left out, it stays. */
  identity: clubIdentityInput.optional(),
  /** Of the card one starts from. */
  version: z.number().int().min(0),
});

export const addedMembersInput = z.object({
  personIds: z
    .array(idSchema)
    .min(1, 'Choisissez au moins une personne.')
    .max(ADDED_MEMBERS_MAX, `${ADDED_MEMBERS_MAX} personnes à la fois.`),
  role: z.enum(['member', 'guest']),
});

export type ClubIdentity = z.infer<typeof clubIdentityInput>;
export type ClubCardFields = z.infer<typeof clubCardInput>;
export type NewClubInput = z.infer<typeof newClubInput>;
export type ClubEdit = z.infer<typeof clubEditInput>;
