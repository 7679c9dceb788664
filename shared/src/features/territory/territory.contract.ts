import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idempotencyKeySchema, slugSchema } from '../../core/ids.ts';
import { PASSWORD_LENGTH, profileInput } from '../accounts/accounts.contract.ts';
import { CLUB_ACCESS } from '../clubs/clubs.vocabulary.ts';
import { LEGAL_FORMS, TERRITORY_STATES } from './territory.vocabulary.ts';

/** A search tells the best of what it found; who wants the others types one more word. */
export const EPCI_FOUND_MAX = 12;
export const TERRITORY_NAME_MAX = 120;

const sirenSchema = z.string().regex(/^\d{9}$/, 'Un numéro SIREN compte neuf chiffres.');

/** The server writes this code in its log while it has no territory: it stands for the right to create it. */
const withCode = z.object({ code: z.string().max(60) });

export const epciCardSchema = z.object({
  siren: sirenSchema,
  /** The name people use, proposed as the territory's: « Metz Métropole ». */
  name: z.string(),
  /** « Communauté d’agglomération du Grand Dole ». */
  officialName: z.string(),
  legalForm: z.enum(LEGAL_FORMS),
  departments: z.array(z.string()),
  communeCount: z.number().int(),
  population: z.number().int(),
  /** The commune it was found by, when its own name does not hold the words looked for. */
  foundBy: z.string().nullable(),
});
export const epciSchema = epciCardSchema.omit({ foundBy: true }).extend({
  communes: z.array(z.object({ inseeCode: z.string(), siren: z.string(), name: z.string(), population: z.number().int() })),
});

/** A club a new territory may open; the first ones are chosen already. */
export const proposedClubSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  mark: z.string(),
  hue: z.string(),
  summary: z.string(),
  access: z.enum(CLUB_ACCESS),
  preselected: z.boolean(),
});

export const newTerritoryInput = z.object({
  siren: sirenSchema,
  name: z
    .string()
    .trim()
    .min(2, 'Indiquez le nom du territoire.')
    .max(TERRITORY_NAME_MAX, `${TERRITORY_NAME_MAX} caractères au plus.`)
    .regex(/^\P{Cc}*$/u, 'Ce texte contient des caractères invisibles.'),
  clubs: z.array(slugSchema).max(50),
  administrator: z.object({
    email: z.string().trim().toLowerCase().max(254).pipe(z.email('Cette adresse électronique n’est pas valide.')),
    name: profileInput.shape.name,
    function: profileInput.shape.function,
    password: z
      .string()
      .min(PASSWORD_LENGTH.min, `${PASSWORD_LENGTH.min} caractères au moins.`)
      .max(PASSWORD_LENGTH.max, `${PASSWORD_LENGTH.max} caractères au plus.`),
  }),
  idempotencyKey: idempotencyKeySchema,
});
const createdTerritorySchema = z.object({ name: z.string() });

export type EpciCard = z.infer<typeof epciCardSchema>;
export type Epci = z.infer<typeof epciSchema>;
export type ProposedClub = z.infer<typeof proposedClubSchema>;
export type NewTerritory = z.infer<typeof newTerritoryInput>;
export type CreatedTerritory = z.infer<typeof createdTerritorySchema>;

const tags = ['territory'];

/** The code travels in bodies only, so that no log of addresses ever holds it. */
export const territoryContract = {
  get: oc
    .route({ method: 'GET', path: '/territory', tags, summary: 'Whether this instance has its territory, and its name' })
    .output(z.object({ state: z.enum(TERRITORY_STATES), name: z.string().nullable() })),
  unlock: oc
    .route({ method: 'POST', path: '/territory/unlock', tags, summary: 'Check the one-time code; gives the clubs one may open' })
    .input(withCode)
    .output(z.object({ clubs: z.array(proposedClubSchema) })),
  search: oc
    .route({
      method: 'POST',
      path: '/territory/search',
      tags,
      summary: 'French EPCI by name, name of a commune or SIREN, the best first; `total` may be more than are given',
    })
    .input(withCode.extend({ q: z.string().trim().max(120) }))
    .output(z.object({ items: z.array(epciCardSchema), total: z.number().int() })),
  preview: oc
    .route({ method: 'POST', path: '/territory/preview', tags, summary: 'One EPCI with its communes' })
    .input(withCode.extend({ siren: sirenSchema }))
    .output(epciSchema),
  create: oc
    .route({
      method: 'POST',
      path: '/territory',
      tags,
      summary: 'Create the territory of this instance with its first administrator, once and for all',
      successStatus: 201,
    })
    .input(withCode.extend(newTerritoryInput.shape))
    .output(createdTerritorySchema),
};
