import { anchorOf } from '@beffroi/shared/collab/anchors';
import { proposeText } from '@beffroi/shared/collab/propose-text';
import { personLabel } from '@beffroi/shared/core/person-ref';
import { paragraphs } from '@beffroi/shared/core/rich-text';
import type { Node } from '@tiptap/pm/model';
import type { LiveDocuments } from '../collab/collab-feature.ts';
import { openDocument } from '../collab/opened-document.ts';
import { personRef } from '../features/accounts/accounts.queries.ts';
import { createComment } from '../features/comments/commands/create-comment.ts';
import { replyToComment } from '../features/comments/commands/reply-to-comment.ts';
import { resolveComment } from '../features/comments/commands/resolve-comment.ts';
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

/** What is said about a model; keys of its own make each once, however often the loading is interrupted. */
export const loadDebate = async (cast: Cast, { id, documentId, model }: Debated, documents: LiveDocuments): Promise<void> => {
  const { key, comments = [] } = model;
  let daysAgo = LATEST_DAYS_AGO + BETWEEN_DAYS * 4 * comments.length;
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
};

/** The text with what is proposed upon it, as its authors would have. */
export const withSuggestions = async (cast: Cast, { key, suggestions = [] }: DemoModel, content: Node): Promise<Node> => {
  let text = content;
  for (const [index, { quote, replacement, byKey }] of suggestions.entries()) {
    const author = await personRef(cast.actorOf(byKey).personId);
    const at = new Date(Date.now() - (LATEST_DAYS_AGO + BETWEEN_DAYS * index) * DAY_MS).toISOString();
    const proposing = { authorId: author.id, authorName: personLabel(author), at, newId: () => `${key}-${index}` };
    const passage = locateQuote(text, quote);
    const proposed = passage && proposeText(text, passage, replacement, proposing);
    if (!proposed?.transform) throw new Error(`cannot be proposed in the demonstration's model: ${quote}`);
    text = proposed.transform.doc;
  }
  return text;
};
