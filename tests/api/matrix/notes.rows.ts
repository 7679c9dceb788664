import { contract } from '@beffroi/shared/contract';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import { ok } from '../../support/api-client.ts';
import { paragraph, writtenText } from '../../support/live-text.ts';
import { CREATED_INSIDE, INSIDE, PILOT, type Rows, type Statuses } from './rows.ts';
import type { Scene } from './scene.ts';

/** What is said and proposed on a draft: a guest proposes, a member writes and so decides. */
const WRITERS: Statuses = [401, 404, 404, 404, 403, 200, 200, 200];
/** Its author’s alone, whom no persona is. */
const AUTHOR: Statuses = [401, 404, 404, 404, 403, 403, 403, 403];

const body = paragraphs('Un commentaire pour la matrice.');
const proposal = { quote: 'chaque trimestre', text: 'chaque année' };

/** A draft of the scene’s club with a text, begun by its author. */
const withText = async ({ author, club }: Scene) => {
  const { template, text } = await writtenText(author, club, [paragraph('Les prix sont révisés chaque trimestre.')]);
  return { id: template.id, anchor: text.anchor(proposal.quote) };
};
const proposed = async (scene: Scene) => {
  const { id, anchor } = await withText(scene);
  const { id: suggestionId } = await ok(scene.author.session, contract.suggestions.propose, { id, anchor, ...proposal });
  return { id, suggestionId };
};
const commented = async (scene: Scene) => {
  const input = await withText(scene);
  return { id: (await ok(scene.author.session, contract.comments.create, { ...input, body })).id };
};

/** What is written beside a model’s text. */
export const noteRows: Rows = {
  'suggestions.propose': { input: async (scene) => ({ ...(await withText(scene)), ...proposal }), statuses: CREATED_INSIDE },
  'suggestions.decide': {
    input: async (scene) => ({ id: (await proposed(scene)).id, decision: 'accept', all: true }),
    statuses: WRITERS,
  },
  'suggestions.withdraw': { input: proposed, statuses: AUTHOR },
  'suggestions.decisions': { input: async (scene) => ({ id: (await withText(scene)).id }), statuses: INSIDE },
  'comments.list': { input: async (scene) => ({ id: (await withText(scene)).id }), statuses: INSIDE },
  'comments.create': { input: async (scene) => ({ ...(await withText(scene)), body }), statuses: CREATED_INSIDE },
  'comments.reply': { input: async (scene) => ({ ...(await commented(scene)), body }), statuses: CREATED_INSIDE },
  'comments.edit': { input: async (scene) => ({ ...(await commented(scene)), body, version: 1 }), statuses: AUTHOR },
  'comments.delete': { input: commented, statuses: AUTHOR },
  'comments.remove': { input: async (scene) => ({ ...(await commented(scene)), reason: 'Hors sujet.' }), statuses: PILOT },
  'comments.restore': {
    input: async (scene) => {
      const comment = await commented(scene);
      await ok(scene.author.session, contract.comments.delete, comment);
      return comment;
    },
    statuses: AUTHOR,
  },
  'comments.resolve': { input: commented, statuses: WRITERS },
  'comments.reopen': { input: commented, statuses: WRITERS },
};
