import { anchorOf } from '@beffroi/shared/collab/anchors';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { LiveDocuments } from '../collab/collab-feature.ts';
import { openDocument } from '../collab/opened-document.ts';
import { createComment } from '../features/comments/commands/create-comment.ts';
import { replyToComment } from '../features/comments/commands/reply-to-comment.ts';
import { resolveComment } from '../features/comments/commands/resolve-comment.ts';
import { proposeChange } from '../features/suggestions/commands/propose-change.ts';
import { atInstant } from '../platform/clock.ts';
import type { Cast } from './cast.ts';
import type { DemoModel } from './demo-model.ts';
import { locateQuote } from './locate-quote.ts';

interface Debated {
  id: string;
  documentId: string;
  model: DemoModel;
}

const DAY_MS = 86_400_000;
/** The latest word was said so long ago; each one before it, three hours earlier. */
const LATEST_DAYS_AGO = 0.3;
const BETWEEN_DAYS = 0.125;

const anchorOfQuote = async (documents: LiveDocuments, documentId: string, quote: string) => {
  const { fragment, content } = openDocument(await documents.read(documentId));
  const passage = locateQuote(content, quote);
  if (!passage) throw new Error(`no such words in the demonstration's model: ${quote}`);
  return anchorOf(fragment, passage);
};

/** What is proposed and said about a model; keys of its own make each once, however often the loading is interrupted. */
export const loadDebate = async (cast: Cast, { id, documentId, model }: Debated, documents: LiveDocuments): Promise<void> => {
  const { key, suggestions = [], comments = [] } = model;
  let daysAgo = LATEST_DAYS_AGO + BETWEEN_DAYS * (suggestions.length + 3 * comments.length);
  const next = () => {
    daysAgo -= BETWEEN_DAYS;
    return new Date(Date.now() - daysAgo * DAY_MS);
  };
  for (const [index, { quote, text, byKey, replies = [], resolved }] of comments.entries()) {
    const idempotencyKey = `demo:${key}:${index}`;
    const input = { id, anchor: await anchorOfQuote(documents, documentId, quote), body: paragraphs(text), idempotencyKey };
    const thread = await atInstant(next(), () => createComment(cast.actorOf(byKey), input, documents));
    for (const [rank, reply] of replies.entries()) {
      const answer = { id: thread.id, body: paragraphs(reply.text), idempotencyKey: `${idempotencyKey}:${rank}` };
      await atInstant(next(), () => replyToComment(cast.actorOf(reply.byKey), answer));
    }
    if (resolved) await atInstant(next(), () => resolveComment(cast.actorOf(byKey), thread.id, true));
  }
  for (const [index, { quote, replacement, byKey }] of suggestions.entries()) {
    const { fragment, content } = openDocument(await documents.read(documentId));
    const passage = locateQuote(content, quote);
    // Proposed already: its words do not stand alone any more.
    if (!passage) continue;
    const input = { id, anchor: anchorOf(fragment, passage), quote, text: replacement, idempotencyKey: `demo:${key}:${index}` };
    await atInstant(next(), () => proposeChange(cast.actorOf(byKey), input, documents));
  }
};
