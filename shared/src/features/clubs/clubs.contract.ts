import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, slugSchema } from '../../core/ids.ts';
import { pageInput, pageOf } from '../../core/pagination.ts';
import { personRefSchema } from '../../core/person-ref.ts';
import { addedMembersInput, clubEditInput, newClubInput } from './club-admin.contract.ts';
import { tagListInput, tagListSchema } from './club-tags.contract.ts';
import { CLUB_ACCESS, CLUB_STANDINGS } from './clubs.vocabulary.ts';

export const clubAbilitiesSchema = z.object({
  'club.read': z.boolean(),
  'club.join': z.boolean(),
  'club.request': z.boolean(),
  'club.leave': z.boolean(),
  'club.decide-requests': z.boolean(),
  'club.invite': z.boolean(),
  'club.moderate': z.boolean(),
  'thread.create': z.boolean(),
  'thread.announce': z.boolean(),
  'club.edit-tags': z.boolean(),
  'club.edit': z.boolean(),
  'club.administer': z.boolean(),
  'club.remove-members': z.boolean(),
});

export const clubCardSchema = z.object({
  id: idSchema,
  slug: slugSchema,
  name: z.string(),
  /** Two letters and a colour (`#rrggbb`, white text legible on it): the club's small mark, never the only carrier of meaning. */
  mark: z.string(),
  hue: z.string(),
  summary: z.string(),
  access: z.enum(CLUB_ACCESS),
  memberCount: z.number().int(),
  threadCount: z.number().int(),
  lastActivityAt: instantSchema.nullable(),
  /** Since when nothing is written there any more. */
  archivedAt: instantSchema.nullable(),
  standing: z.enum(CLUB_STANDINGS),
  abilities: clubAbilitiesSchema,
});

export const clubSchema = clubCardSchema.extend({
  purposes: z.array(z.string()),
  audience: z.array(z.string()),
  firstWorks: z.array(z.string()),
  /** Light text: paragraphs parted by blank lines, list lines beginning with « - ». */
  charter: z.string(),
  rhythm: z.string(),
  place: z.string(),
  pilots: z.array(personRefSchema),
  /** Counts the changes of the card: an edit names the one it starts from. */
  version: z.number().int(),
  /** How many ask to join; null unless the reader decides on it. */
  requestCount: z.number().int().nullable(),
});

export const memberSchema = z.object({
  person: personRefSchema.extend({ function: z.string(), expertise: z.array(z.string()) }),
  role: z.enum(['member', 'pilot', 'guest']),
  since: instantSchema,
});
export type ClubCard = z.infer<typeof clubCardSchema>;
export type Club = z.infer<typeof clubSchema>;
export type Member = z.infer<typeof memberSchema>;

const bySlug = z.object({ slug: slugSchema });
const byPerson = bySlug.extend({ personId: idSchema });
const tags = ['clubs'];

export const clubsContract = {
  create: oc
    .route({ method: 'POST', path: '/clubs', tags, summary: 'Open a club, with its first pilots', successStatus: 201 })
    .input(newClubInput)
    .output(clubSchema),
  edit: oc
    .route({
      method: 'PUT',
      path: '/clubs/{slug}',
      tags,
      summary: 'Edit its card; 409 with the present one when `version` is not the last',
    })
    .input(bySlug.extend(clubEditInput.shape))
    .output(clubSchema),
  archive: oc
    .route({ method: 'PUT', path: '/clubs/{slug}/archive', tags, summary: 'Archive: still read, never written again until reopened' })
    .input(bySlug)
    .output(clubSchema),
  reopen: oc
    .route({ method: 'DELETE', path: '/clubs/{slug}/archive', tags, summary: 'Reopen an archived club' })
    .input(bySlug)
    .output(clubSchema),
  addPilot: oc
    .route({ method: 'PUT', path: '/clubs/{slug}/pilots/{personId}', tags, summary: 'Name a pilot' })
    .input(byPerson)
    .output(clubSchema),
  removePilot: oc
    .route({ method: 'DELETE', path: '/clubs/{slug}/pilots/{personId}', tags, summary: 'Make a pilot a member; the last one is kept' })
    .input(byPerson)
    .output(clubSchema),
  addMembers: oc
    .route({
      method: 'POST',
      path: '/clubs/{slug}/members',
      tags,
      summary: 'Bring people of the directory into the club',
      successStatus: 201,
    })
    .input(bySlug.extend(addedMembersInput.shape))
    .output(z.object({ added: z.number().int() })),
  removeMember: oc
    .route({ method: 'DELETE', path: '/clubs/{slug}/members/{personId}', tags, summary: 'Take a member or a guest out of the club' })
    .input(byPerson)
    .output(z.object({ id: idSchema })),
  list: oc
    .route({ method: 'GET', path: '/clubs', tags, summary: 'Every club the person may know of, in one page' })
    .output(pageOf(clubCardSchema)),
  get: oc
    .route({ method: 'GET', path: '/clubs/{slug}', tags, summary: 'One club: card, charter, rhythm, place, pilots' })
    .input(bySlug)
    .output(clubSchema),
  members: oc
    .route({ method: 'GET', path: '/clubs/{slug}/members', tags, summary: 'Members, pilots first' })
    .input(bySlug.extend(pageInput))
    .output(pageOf(memberSchema)),
  join: oc
    .route({
      method: 'POST',
      path: '/clubs/{slug}/membership',
      tags,
      summary: 'Join an open club, or ask to join one on request',
      successStatus: 201,
    })
    .input(bySlug)
    .output(clubSchema),
  leave: oc
    .route({ method: 'DELETE', path: '/clubs/{slug}/membership', tags, summary: 'Leave a club, or withdraw one’s request' })
    .input(bySlug)
    .output(clubSchema),
  tags: oc
    .route({ method: 'GET', path: '/clubs/{slug}/tags', tags, summary: 'The tags the club sorts its threads by, in its order' })
    .input(bySlug)
    .output(tagListSchema),
  setTags: oc
    .route({
      method: 'PUT',
      path: '/clubs/{slug}/tags',
      tags,
      summary: 'Replace the list; 409 with the present one when `version` is not the last',
    })
    .input(bySlug.extend(tagListInput))
    .output(tagListSchema),
  requests: oc
    .route({ method: 'GET', path: '/clubs/{slug}/requests', tags, summary: 'Who asks to join, the oldest request first, in one page' })
    .input(bySlug)
    .output(pageOf(z.object({ person: memberSchema.shape.person, at: instantSchema }))),
  decideRequest: oc
    .route({ method: 'POST', path: '/clubs/{slug}/requests/{personId}', tags, summary: 'A pilot accepts or declines' })
    .input(bySlug.extend({ personId: idSchema, decision: z.enum(['accept', 'decline']) }))
    .output(z.object({ requestCount: z.number().int() })),
};
