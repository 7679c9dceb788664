import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { FicheModel } from '../../../server/src/features/fiches/fiche.model.ts';
import { ok } from '../../support/api-client.ts';
import { buildPerson, buildReply } from '../../support/world.ts';
import { AUTHOR_OR_PILOT, bySlug, byThread, CREATED_INSIDE, INSIDE, PILOT, type Rows } from './rows.ts';
import type { Scene } from './scene.ts';

const FICHE = { title: 'Une fiche pour la matrice', body: paragraphs('Un texte pour la matrice.'), reviewOn: null };

/** A colleague's answer, accepted: nobody of the personas wrote it. */
const answered = async ({ server, thread, author, club }: Scene) => {
  const reply = await buildReply(await buildPerson(server, { clubs: [[club, 'member']] }), thread.id);
  await ok(author.session, contract.forum.accept, { id: thread.id, replyId: reply.id });
};

/** Makes a fiche of the scene's thread, by somebody no persona is. */
const makeFiche = async (scene: Scene) => {
  await answered(scene);
  const { session } = await buildPerson(scene.server, { administrator: true });
  await ok(session, contract.fiches.create, { slug: scene.club.slug, threadId: scene.thread.id, ...FICHE });
};
const byFiche = async ({ thread }: Scene) => ({
  id: (await FicheModel.findOne({ threadId: thread.id }).orFail().lean())._id.toHexString(),
});

const removedFiche = async (scene: Scene) => {
  await makeFiche(scene);
  const removal = { by: { id: scene.author.id, name: 'Pilote', commune: null }, reason: 'Dépassée.', at: new Date() };
  await FicheModel.updateOne(await byFiche(scene).then(({ id }) => ({ _id: id })), { $set: { removal } });
};

/** What a club keeps of its accepted answers. */
export const ficheRows: Rows = {
  'fiches.list': { input: bySlug, statuses: INSIDE },
  'fiches.create': {
    before: answered,
    input: ({ club, thread }) => ({ slug: club.slug, threadId: thread.id, ...FICHE }),
    statuses: [401, 404, 404, 404, 403, 403, 201, 201],
  },
  'fiches.get': { before: makeFiche, input: byFiche, statuses: INSIDE },
  'fiches.edit': {
    before: makeFiche,
    input: async (scene) => ({ ...(await byFiche(scene)), ...FICHE, version: 1 }),
    statuses: AUTHOR_OR_PILOT,
  },
  'fiches.revisions': { before: makeFiche, input: byFiche, statuses: INSIDE },
  'fiches.remove': {
    before: makeFiche,
    input: async (scene) => ({ ...(await byFiche(scene)), reason: 'Dépassée depuis le décret.' }),
    statuses: PILOT,
  },
  'fiches.restore': { before: removedFiche, input: byFiche, statuses: [401, 404, 404, 404, 404, 404, 200, 200] },
  'moderation.reportFiche': {
    before: makeFiche,
    input: async (scene) => ({ ...(await byFiche(scene)), reason: 'wrong' }),
    statuses: CREATED_INSIDE,
  },
  'fiches.ofThread': { input: byThread, statuses: INSIDE },
};
