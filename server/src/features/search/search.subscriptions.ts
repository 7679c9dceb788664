import type { LiveDocuments } from '../../collab/collab-feature.ts';
import { subscribe } from '../../platform/events.ts';
import { inTurn } from '../../platform/in-turn.ts';
import { soonAfter } from '../../platform/soon-after.ts';
import { searchableFiche } from '../fiches/fiches.queries.ts';
import { searchableReply, searchableThread } from '../forum/forum.queries.ts';
import { searchableTemplate } from '../templates/searchable-template.queries.ts';
import { indexFiche, removeFiche } from './commands/index-fiche.ts';
import { indexReply, removeReply } from './commands/index-reply.ts';
import { indexTemplate, removeTemplate } from './commands/index-template.ts';
import { followStatus, hideThread, indexThread } from './commands/index-thread.ts';

// One thing at a time for each thread: what was read first must not be written last.
const followThread = ({ threadId }: { threadId: string }): Promise<void> =>
  inTurn(`search:${threadId}`, async () => {
    const thread = await searchableThread(threadId);
    await (thread ? indexThread(thread) : hideThread(threadId));
  });

/** A reply may answer, or its deletion take the answer away: the thread's state on its other texts follows. */
const followReply = ({ replyId, threadId }: { replyId: string; threadId: string }): Promise<void> =>
  inTurn(`search:${threadId}`, async () => {
    const reply = await searchableReply(replyId);
    await (reply ? indexReply(reply) : removeReply(replyId));
    const thread = reply ?? (await searchableThread(threadId));
    if (thread) await followStatus(thread);
  });

/** A fiche is found as it stands, or no more. */
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
  subscribe('forum.thread.created', followThread);
  subscribe('forum.thread.changed', followThread);
  subscribe('forum.reply.created', followReply);
  subscribe('forum.reply.changed', followReply);
  subscribe('fiches.fiche.changed', followFiche);
  subscribe('templates.template.changed', ({ templateId }) => followTemplate(documents, templateId));
  followWriting(documents);
};
