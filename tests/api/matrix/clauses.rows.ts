import { contract } from '@beffroi/shared/contract';
import { ok } from '../../support/api-client.ts';
import { buildTemplate } from '../../support/templates.ts';
import { buildPerson, buildReply } from '../../support/world.ts';
import { byThread, CREATED_INSIDE, INSIDE, type Rows } from './rows.ts';
import type { Scene } from './scene.ts';

const byTemplate = async ({ author, club }: Scene) => ({ id: (await buildTemplate(author, club)).id });
const answered = async ({ server, thread, author, club }: Scene) => {
  const reply = await buildReply(await buildPerson(server, { clubs: [[club, 'member']] }), thread.id);
  await ok(author.session, contract.forum.accept, { id: thread.id, replyId: reply.id });
};

/** What becomes of an answer in a model. */
export const clauseRows: Rows = {
  'clauses.create': {
    before: answered,
    input: async (scene) => ({ id: scene.thread.id, templateId: (await byTemplate(scene)).id, articleId: null }),
    statuses: CREATED_INSIDE,
  },
  'clauses.ofThread': { input: byThread, statuses: INSIDE },
  'clauses.models': { before: answered, input: byThread, statuses: INSIDE },
  'clauses.ofTemplate': { input: byTemplate, statuses: INSIDE },
  'clauses.outline': { input: byTemplate, statuses: INSIDE },
};
