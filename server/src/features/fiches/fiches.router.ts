import { authed } from '../../http/orpc.ts';
import { createFiche } from './commands/create-fiche.ts';
import { editFiche } from './commands/edit-fiche.ts';
import { removeFiche, restoreFiche } from './commands/remove-fiche.ts';
import { ficheOfThread, ficheRevisions, getFiche, listFiches } from './fiches.queries.ts';

const { fiches } = authed;

export const fichesRouter = {
  list: fiches.list.handler(({ input, context }) => listFiches(context.actor, input)),
  create: fiches.create.handler(({ input, context }) => createFiche(context.actor, input)),
  get: fiches.get.handler(({ input, context }) => getFiche(context.actor, input.id)),
  edit: fiches.edit.handler(({ input, context }) => editFiche(context.actor, input)),
  revisions: fiches.revisions.handler(({ input, context }) => ficheRevisions(context.actor, input.id)),
  remove: fiches.remove.handler(({ input, context }) => removeFiche(context.actor, input)),
  restore: fiches.restore.handler(({ input, context }) => restoreFiche(context.actor, input.id)),
  ofThread: fiches.ofThread.handler(({ input, context }) => ficheOfThread(context.actor, input.id)),
};
