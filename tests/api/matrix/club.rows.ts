import { contract } from '@beffroi/shared/contract';
import { PersonModel } from '../../../server/src/features/accounts/person.model.ts';
import { ClubModel } from '../../../server/src/features/clubs/club.model.ts';
import { call } from '../../support/api-client.ts';
import type { TestClub } from '../../support/world.ts';
import { AUTHOR_OR_PILOT, byReply, bySlug, byThread, CREATED_INSIDE, INSIDE, PILOT, type Rows, SIGNED_IN, type Statuses } from './rows.ts';
import { reportScene } from './scene.ts';

/** Of a club on request, whose card agents see. */
const ADMINISTRATOR: Statuses = [401, 403, 404, 404, 403, 403, 403, 200];

const CARD = {
  summary: 'Ce qui sert au club.',
  purposes: [],
  audience: [],
  firstWorks: [],
  charter: '',
  rhythm: '',
  place: '',
  access: 'request',
};
const NEW_CLUB = { ...CARD, name: 'Cimetières', mark: 'CI', hue: '#365fb8', pilotIds: [] };

const giveRole = async (club: TestClub, personId: string, role: 'member' | 'pilot') => {
  await PersonModel.updateOne({ _id: personId }, { $pull: { memberships: { scopeId: club.id } } });
  await PersonModel.updateOne({ _id: personId }, { $push: { memberships: { scope: 'club', scopeId: club.id, role, since: new Date() } } });
};

/** What a club's people do beside its discussions. */
export const clubRows: Rows = {
  'clubs.list': { statuses: SIGNED_IN },
  'clubs.get': { input: bySlug, statuses: [401, 200, 404, 404, 200, 200, 200, 200] },
  'clubs.members': { input: bySlug, statuses: INSIDE },
  'clubs.join': { input: bySlug, statuses: [401, 201, 404, 404, 201, 201, 201, 201], ownWorld: true },
  'clubs.leave': { input: bySlug, statuses: [401, 200, 404, 404, 403, 200, 403, 200], ownWorld: true },
  'clubs.tags': { input: bySlug, statuses: INSIDE },
  'clubs.setTags': {
    // The list each replaces is the first.
    before: ({ club }) => ClubModel.updateOne({ _id: club.id }, { $set: { tags: [], tagsVersion: 0 } }),
    input: ({ club }) => ({ slug: club.slug, items: [{ name: 'Recours' }], version: 0 }),
    statuses: PILOT,
    oneByOne: true,
  },
  'clubs.create': { input: () => NEW_CLUB, statuses: [401, 403, 403, 403, 403, 403, 403, 201] },
  'clubs.edit': {
    before: ({ club }) => ClubModel.updateOne({ _id: club.id }, { $set: { version: 0 } }),
    input: ({ club }) => ({ ...CARD, slug: club.slug, version: 0 }),
    statuses: [401, 403, 404, 404, 403, 403, 200, 200],
    oneByOne: true,
  },
  'clubs.archive': { input: bySlug, statuses: ADMINISTRATOR, ownWorld: true },
  'clubs.reopen': { input: bySlug, statuses: ADMINISTRATOR },
  'clubs.addPilot': { input: ({ club, colleague }) => ({ slug: club.slug, personId: colleague.id }), statuses: ADMINISTRATOR },
  'clubs.removePilot': {
    before: ({ club, colleague }) => giveRole(club, colleague.id, 'pilot'),
    input: ({ club, colleague }) => ({ slug: club.slug, personId: colleague.id }),
    statuses: ADMINISTRATOR,
  },
  'clubs.addMembers': {
    input: ({ club, colleague }) => ({ slug: club.slug, personIds: [colleague.id], role: 'member' }),
    statuses: [401, 404, 404, 404, 403, 403, 201, 201],
  },
  'clubs.removeMember': {
    before: ({ club, colleague }) => giveRole(club, colleague.id, 'member'),
    input: ({ club, colleague }) => ({ slug: club.slug, personId: colleague.id }),
    statuses: PILOT,
  },
  'administration.overview': { statuses: [401, 403, 403, 403, 403, 403, 403, 200] },
  'administration.clubs': { statuses: [401, 403, 403, 403, 403, 403, 403, 200] },
  'clubs.requests': { input: bySlug, statuses: AUTHOR_OR_PILOT },
  'clubs.decideRequest': {
    before: ({ colleague, club }) => call(colleague.session, contract.clubs.join, { slug: club.slug }),
    input: ({ club, colleague }) => ({ slug: club.slug, personId: colleague.id, decision: 'accept' }),
    statuses: AUTHOR_OR_PILOT,
  },
  'moderation.reportThread': { input: (scene) => ({ ...byThread(scene), reason: 'wrong' }), statuses: CREATED_INSIDE },
  'moderation.reportReply': { input: (scene) => ({ ...byReply(scene), reason: 'wrong' }), statuses: CREATED_INSIDE },
  'moderation.reports': { input: bySlug, statuses: PILOT },
  'moderation.decideReport': {
    input: async (scene) => ({ id: await reportScene(scene), decision: 'dismiss', reason: 'Rien à redire.' }),
    statuses: PILOT,
  },
  'moderation.trail': { input: bySlug, statuses: PILOT },
};
