import { contract } from '@beffroi/shared/contract';
import { ok, send } from '../../support/api-client.ts';
import { buildTemplate } from '../../support/templates.ts';
import { importFile, wordFile } from '../../support/word-files.ts';
import { buildPerson } from '../../support/world.ts';
import { AUTHOR_OR_PILOT, bySlug, INSIDE, type Rows, SIGNED_IN, type Statuses } from './rows.ts';
import type { Scene } from './scene.ts';

/** Members and pilots write; a guest reads and proposes. */
const WRITERS: Statuses = [401, 404, 404, 404, 403, 201, 201, 201];
const TAKES_PART: Statuses = [401, 404, 404, 404, 201, 201, 201, 201];

/** A model of the scene's club, begun by its author, whom no persona is. */
const byTemplate = async ({ author, club }: Scene) => ({ id: (await buildTemplate(author, club)).id });
const versioned = async (scene: Scene) => {
  const { id } = await byTemplate(scene);
  await ok(scene.author.session, contract.templates.nameVersion, { id, name: 'Première' });
  return { id, number: 1 };
};
const restoreInput = async (scene: Scene) => {
  const { id } = await byTemplate(scene);
  const { session } = await buildPerson(scene.server, { administrator: true });
  await ok(session, contract.templates.delete, { id });
  return { id };
};
const word = () => wordFile([{ type: 'paragraph', content: [{ type: 'text', text: 'Objet de la consultation.' }] }]);
const described = { kind: 'rc', title: 'RC pour la matrice' };

/** What a club's models are to whom. */
export const templateRows: Rows = {
  'templates.library': { statuses: SIGNED_IN },
  'templates.writing': { statuses: SIGNED_IN },
  'templates.list': { input: bySlug, statuses: INSIDE },
  'templates.create': { input: (scene) => ({ ...bySlug(scene), ...described }), statuses: [401, 404, 404, 404, 403, 201, 201, 201] },
  'documentExports.download': {
    send: async (session, scene) => send(session, `/api/templates/${(await byTemplate(scene)).id}/export?format=docx`),
    statuses: INSIDE,
  },
  'documentExports.importWord': {
    send: async (session, { club }) => importFile(session, club.slug, await word()),
    statuses: WRITERS,
  },
  'templates.get': { input: byTemplate, statuses: INSIDE },
  'templates.content': { input: byTemplate, statuses: INSIDE },
  'templates.describe': { input: async (scene) => ({ ...(await byTemplate(scene)), ...described, version: 1 }), statuses: AUTHOR_OR_PILOT },
  'templates.delete': { input: byTemplate, statuses: AUTHOR_OR_PILOT },
  // What is deleted is seen by those only who may take it back.
  'templates.restore': { input: restoreInput, statuses: [401, 404, 404, 404, 404, 404, 200, 200] },
  'templates.changeState': {
    input: async (scene) => ({ ...(await byTemplate(scene)), to: 'validated', version: 1 }),
    // Whoever administers the territory is not for that the club's pilot.
    statuses: [401, 404, 404, 404, 403, 403, 200, 403],
  },
  'templates.trail': { input: byTemplate, statuses: INSIDE },
  'templates.versions': { input: byTemplate, statuses: INSIDE },
  'templates.nameVersion': { input: async (scene) => ({ ...(await byTemplate(scene)), name: 'Une version' }), statuses: TAKES_PART },
  'templates.version': { input: versioned, statuses: INSIDE },
  'templates.comparison': { input: async (scene) => ({ id: (await versioned(scene)).id, from: 1 }), statuses: INSIDE },
  'templates.restoreVersion': { input: versioned, statuses: WRITERS },
};
