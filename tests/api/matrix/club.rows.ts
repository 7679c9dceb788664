import { contract } from '@beffroi/shared/contract';
import { ClubModel } from '../../../server/src/features/clubs/club.model.ts';
import { call } from '../../support/api-client.ts';
import { AUTHOR_OR_PILOT, byReply, bySlug, byThread, CREATED_INSIDE, INSIDE, PILOT, type Rows, SIGNED_IN } from './rows.ts';
import { reportScene } from './scene.ts';

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
