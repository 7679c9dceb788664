import { createHash, randomUUID } from 'node:crypto';
import { type Anchor, passageOf } from '@beffroi/shared/collab/anchors';
import { proposalsOf } from '@beffroi/shared/collab/proposals';
import { proposeText, standingText } from '@beffroi/shared/collab/propose-text';
import type { Proposing } from '@beffroi/shared/collab/suggest-changes';
import type { Actor } from '@beffroi/shared/core/actor';
import { AppError } from '@beffroi/shared/core/errors';
import { type PersonRef, personLabel } from '@beffroi/shared/core/person-ref';
import type { Suggestion } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { canPropose } from '@beffroi/shared/features/suggestions/suggestions.policy';
import type { Doc } from 'yjs';
import type { LiveDocuments } from '../../../collab/collab-feature.ts';
import { openDocument } from '../../../collab/opened-document.ts';
import { now } from '../../../platform/clock.ts';
import { personRef } from '../../accounts/accounts.queries.ts';
import { accessTemplate } from '../../templates/template-access.queries.ts';
import { presentSuggestion } from '../suggestions.presenter.ts';
import { assertRoomForSuggestion } from '../suggestions.queries.ts';
import { tellSuggestion } from '../tell-suggestion.ts';

interface NewSuggestion {
  id: string;
  anchor: Anchor;
  /** The passage as its reader saw it, without what is struck. */
  quote: string;
  /** What she wants in its place. */
  text: string;
  idempotencyKey?: string | undefined;
}

/** The same sending gives the same name: sent again, a suggestion is found to be there. */
const idFor = (personId: string, key: string | undefined): string =>
  key ? createHash('sha256').update(`${personId} ${key}`).digest('hex').slice(0, 24) : randomUUID();

/** The author is the one who is signed in, whatever was sent. */
const proposingAs = (author: PersonRef, proposalId: string): Proposing => ({
  authorId: author.id,
  authorName: personLabel(author),
  at: now().toISOString(),
  newId: () => proposalId,
});

const wrong = (message: string) => new AppError('invalid-input', { errors: [{ path: 'text', message }] });

const writeProposal = (doc: Doc, { anchor, quote, text }: NewSuggestion, proposing: Proposing) => {
  const { fragment, content, write } = openDocument(doc);
  const standing = proposalsOf(content);
  const id = proposing.newId();
  const sent = standing.find((one) => one.id === id);
  if (sent) return sent;
  assertRoomForSuggestion(standing.length);
  const passage = passageOf(fragment, anchor);
  const current = passage ? standingText(content, passage) : null;
  if (!passage || current !== quote) {
    const detail =
      current === null
        ? 'Ce passage a été supprimé entre-temps.'
        : 'Ce passage a changé entre-temps\u00a0: relisez-le, votre texte est gardé.';
    throw new AppError('conflict', { detail, current: { text: current } });
  }
  const suggested = proposeText(content, passage, text, proposing);
  if (!suggested) throw wrong('C’est le texte qui y est déjà.');
  if (!suggested.transform) throw wrong(suggested.refused);
  write(suggested.transform.doc);
  return proposalsOf(suggested.transform.doc).find((one) => one.id === id);
};

/**
 * Proposes another text for a passage, on behalf of who may not write in the document: the server finds the passage, makes sure that
 * it is still what was read, and marks the change with the author's name, and those who animate the club are told.
 * @throws AppError `not-found`, `forbidden`, `invalid-input`, `conflict` with the passage as it stands
 */
export const proposeChange = async (actor: Actor, input: NewSuggestion, documents: LiveDocuments): Promise<Suggestion> => {
  const template = await accessTemplate(actor, input.id, canPropose);
  const author = await personRef(actor.personId);
  const proposing = proposingAs(author, idFor(actor.personId, input.idempotencyKey));
  const made = await documents.edit(template.documentId, (doc) => writeProposal(doc, input, proposing), [actor.personId]);
  // Everything she wanted to delete was her own, and is gone.
  if (!made) throw wrong('Ce passage est votre propre suggestion\u00a0: retirez-la pour en faire une autre.');
  const suggestion = presentSuggestion(made, new Map([[author.id, proposing.authorName]]));
  await tellSuggestion(actor, template, suggestion);
  return suggestion;
};
