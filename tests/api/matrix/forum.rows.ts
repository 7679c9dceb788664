import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { AnyContractProcedure } from '@orpc/contract';
import { call } from '../../support/api-client.ts';
import { buildPerson } from '../../support/world.ts';
import { AUTHOR_OR_PILOT, byReply, bySlug, byThread, CREATED_INSIDE, INSIDE, PILOT, type Rows, SIGNED_IN, type Statuses } from './rows.ts';
import type { Scene } from './scene.ts';

/** What is for the authors of the scene's texts, whom nobody of the matrix is; that they may is in `forum/delete.test.ts`. */
const AUTHOR_ALONE: Statuses = [401, 404, 404, 404, 403, 403, 403, 403];
/** The scene's thread is a question, which nobody is counted to have read. */
const NOT_AN_ANNOUNCEMENT = AUTHOR_ALONE;
/** What is deleted is seen by those only who may take it back. */
const WHO_MAY_RESTORE: Statuses = [401, 404, 404, 404, 404, 404, 200, 200];

const body = paragraphs('Un texte pour la matrice.');

/** Acts in the club's name: what an author withdrew herself would be hers alone to take back. */
const asModerator = async ({ server }: Scene, route: AnyContractProcedure, input: object) =>
  call((await buildPerson(server, { administrator: true })).session, route, input);

export const forumRows: Rows = {
  'forum.list': { input: bySlug, statuses: INSIDE },
  'forum.create': {
    input: ({ club }) => ({ slug: club.slug, kind: 'question', title: 'Une question de plus', body }),
    statuses: CREATED_INSIDE,
  },
  'forum.similar': { input: () => ({ title: 'instruire une demande' }), statuses: SIGNED_IN },
  'forum.waiting': { statuses: SIGNED_IN },
  'forum.get': { input: byThread, statuses: INSIDE },
  'forum.replies': { input: byThread, statuses: INSIDE },
  'forum.edit': { input: ({ thread }) => ({ id: thread.id, version: 1, title: 'Un titre corrigé', body }), statuses: AUTHOR_OR_PILOT },
  'forum.delete': { input: byThread, statuses: AUTHOR_ALONE },
  'forum.restore': {
    before: (scene) => asModerator(scene, contract.forum.remove, { id: scene.thread.id, reason: 'Hors sujet.' }),
    input: byThread,
    statuses: WHO_MAY_RESTORE,
  },
  'forum.revisions': { input: byThread, statuses: INSIDE },
  'forum.invitable': { input: byThread, statuses: AUTHOR_OR_PILOT },
  // Nobody answered anything like it: whoever may invite is told that the person is none to be invited.
  'forum.invite': {
    input: ({ thread, colleague }) => ({ id: thread.id, personId: colleague.id }),
    statuses: [401, 404, 404, 404, 403, 403, 400, 400],
  },
  'forum.receipts': { input: byThread, statuses: NOT_AN_ANNOUNCEMENT },
  'forum.readers': { input: byThread, statuses: NOT_AN_ANNOUNCEMENT },
  'forum.acknowledge': { input: byThread, statuses: NOT_AN_ANNOUNCEMENT },
  'forum.setMeToo': { input: byThread, statuses: INSIDE },
  'forum.unsetMeToo': { input: byThread, statuses: INSIDE },
  'forum.accept': { input: ({ thread, replyId }) => ({ id: thread.id, replyId }), statuses: AUTHOR_OR_PILOT },
  'forum.unaccept': { input: byThread, statuses: AUTHOR_OR_PILOT },
  'forum.reply': { input: ({ thread }) => ({ id: thread.id, body }), statuses: CREATED_INSIDE },
  'forum.editReply': { input: ({ replyId }) => ({ id: replyId, version: 1, body }), statuses: AUTHOR_OR_PILOT },
  'forum.deleteReply': { input: byReply, statuses: AUTHOR_ALONE },
  'forum.restoreReply': {
    before: (scene) => asModerator(scene, contract.forum.removeReply, { id: scene.replyId, reason: 'Hors sujet.' }),
    input: byReply,
    statuses: AUTHOR_OR_PILOT,
  },
  'forum.replyRevisions': { input: byReply, statuses: INSIDE },
  'forum.setUseful': { input: byReply, statuses: INSIDE },
  'forum.unsetUseful': { input: byReply, statuses: INSIDE },
  'forum.pinned': { input: bySlug, statuses: INSIDE },
  'forum.pin': { input: byThread, statuses: PILOT },
  'forum.unpin': { input: byThread, statuses: PILOT },
  'forum.close': { input: ({ thread }) => ({ id: thread.id, reason: 'Sujet clos.' }), statuses: PILOT },
  'forum.reopen': { input: byThread, statuses: PILOT },
  // The one club the pilot animates is the one the thread is in: nothing moves.
  'forum.move': { input: ({ thread, club }) => ({ id: thread.id, club: club.slug }), statuses: PILOT },
  'forum.markDuplicate': { input: ({ thread, first }) => ({ id: thread.id, of: first }), statuses: PILOT },
  'forum.unmarkDuplicate': { input: byThread, statuses: PILOT },
  'forum.remove': { input: ({ thread }) => ({ id: thread.id, reason: 'Hors sujet.' }), statuses: PILOT },
  'forum.removeReply': { input: ({ replyId }) => ({ id: replyId, reason: 'Hors sujet.' }), statuses: PILOT },
};
