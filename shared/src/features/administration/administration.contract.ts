import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { CLUB_ACCESS } from '../clubs/clubs.vocabulary.ts';

const place = z.object({ slug: slugSchema, name: z.string() });

export const administrationOverviewSchema = z.object({
  territory: z.string().nullable(),
  counts: z.object({ agents: z.number().int(), communes: z.number().int(), clubs: z.number().int(), threads: z.number().int() }),
  clubsWithoutPilot: z.array(place),
  /** Live clubs where nothing was written for sixty days, the longest first. */
  quietClubs: z.array(place.extend({ since: instantSchema.nullable() })),
  communesWithoutAgent: z.array(place),
  /** Those that have agents, and nobody to answer for them. */
  communesWithoutReferent: z.array(place),
  invitations: z.number().int(),
  suspended: z.object({
    count: z.number().int(),
    first: z.array(z.object({ id: idSchema, name: z.string(), commune: place.nullable() })),
  }),
});

export const administeredClubSchema = place.extend({
  id: idSchema,
  mark: z.string(),
  hue: z.string(),
  access: z.enum(CLUB_ACCESS),
  memberCount: z.number().int(),
  threadCount: z.number().int(),
  lastActivityAt: instantSchema.nullable(),
  archivedAt: instantSchema.nullable(),
  pilots: z.array(personRefSchema),
});
export type AdministrationOverview = z.infer<typeof administrationOverviewSchema>;
export type AdministeredClub = z.infer<typeof administeredClubSchema>;

const tags = ['administration'];

/** For whoever administers the territory. */
export const administrationContract = {
  overview: oc
    .route({ method: 'GET', path: '/administration', tags, summary: 'What needs the administrator, in one answer' })
    .output(administrationOverviewSchema),
  clubs: oc
    .route({ method: 'GET', path: '/administration/clubs', tags, summary: 'Every club with its pilots, archived ones last, in one page' })
    .output(pageOf(administeredClubSchema)),
};
