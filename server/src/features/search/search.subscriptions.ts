import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { subscribe } from '../../platform/events.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { soonAfter } from '../../platform/soon-after.ts';
import { searchableFiche } from '../fiches/fiches.queries.ts';
import { searchableTemplate } from '../templates/searchable-template.queries.ts';
import { indexFiche, removeFiche } from './commands/index-fiche.ts';
import { indexTemplate, removeTemplate } from './commands/index-template.ts';
import { indexText } from './index-forum.ts';

/** A fiche is found as it stands, or no more. One reading at a time: what was read first must not be written last. */
export const followFiche = ({ ficheId }: { ficheId: string }): Promise<void> =>
  inTurn(`search:${ficheId}`, async () => {
    const fiche = await searchableFiche(ficheId);
    await (fiche ? indexFiche(fiche) : removeFiche(ficheId));
  });

/** A model is found as it stands, or no more. */
export const followTemplate = (documents: LiveDocuments, templateId: string): Promise<void> =>
  inTurn(`search:${templateId}`, async () => {
    const template = await searchableTemplate(templateId, documents);
    await (template ? indexTemplate(template) : removeTemplate(templateId));
  });

/** A text being written is read again this often at most; a version of it, once it is quiet, is sure to be. */
const READ_AGAIN_MS = 20_000;

const followWriting = (documents: LiveDocuments): void => {
  const name = 'index a model being written';
  subscribe('templates.template.written', ({ templateId }) =>
    soonAfter({ name, about: templateId, afterMs: READ_AGAIN_MS }, () => followTemplate(documents, templateId)),
  );
};

/** Keeps search after what is written in the forum, what is kept of it, and the models. */
export const subscribeSearch = (documents: LiveDocuments): void => {
  subscribe('forum.thread.created', ({ threadId }) => indexText({ threadId }));
  subscribe('forum.thread.changed', ({ threadId }) => indexText({ threadId }));
  subscribe('forum.reply.created', ({ threadId, replyId }) => indexText({ threadId, replyId }));
  subscribe('forum.reply.changed', ({ threadId, replyId }) => indexText({ threadId, replyId }));
  subscribe('fiches.fiche.changed', followFiche);
  subscribe('templates.template.changed', ({ templateId }) => followTemplate(documents, templateId));
  followWriting(documents);
};
