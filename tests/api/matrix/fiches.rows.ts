import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { ok } from '../../support/api-client.ts';
import { buildPerson, buildReply } from '../../support/world.ts';
import { AUTHOR_OR_PILOT, bySlug, byThread, INSIDE, type Rows } from './rows.ts';
import type { Scene } from './scene.ts';

const FICHE = { title: 'Une fiche pour la matrice', body: paragraphs('Un texte pour la matrice.'), reviewOn: null };

/** A colleague's answer, accepted: nobody of the personas wrote it. */
const answered = async ({ server, thread, author, club }: Scene) => {
  const reply = await buildReply(await buildPerson(server, { clubs: [[club, 'member']] }), thread.id);
  await ok(author.session, contract.forum.accept, { id: thread.id, replyId: reply.id });
};

/** Makes a fiche of the scene's thread, by somebody no persona is. @returns its id */
const ficheInScene = async (scene: Scene): Promise<string> => {
  await answered(scene);
  const { session } = await buildPerson(scene.server, { administrator: true });
  const { id } = await ok(session, contract.fiches.create, { slug: scene.club.slug, threadId: scene.thread.id, ...FICHE });
  return id;
};
const byFiche = async (scene: Scene) => ({ id: await ficheInScene(scene) });

/** What a club keeps of its accepted answers. */
export const ficheRows: Rows = {
  'fiches.list': { input: bySlug, statuses: INSIDE },
  'fiches.create': {
    before: answered,
    input: ({ club, thread }) => ({ slug: club.slug, threadId: thread.id, ...FICHE }),
    statuses: [401, 404, 404, 404, 403, 403, 201, 201],
  },
  'fiches.get': { input: byFiche, statuses: INSIDE },
  'fiches.edit': { input: async (scene) => ({ ...(await byFiche(scene)), ...FICHE, version: 1 }), statuses: AUTHOR_OR_PILOT },
  'fiches.revisions': { input: byFiche, statuses: INSIDE },
  'fiches.ofThread': { input: byThread, statuses: INSIDE },
};
