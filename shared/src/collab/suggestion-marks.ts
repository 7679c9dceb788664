import { Extension, Mark } from '@tiptap/core';
import type { ParsedElement } from './parsed-element.ts';

/** Who proposed a change and when; those with one `id` are decided together. `at` is an ISO instant. */
export interface Proposal {
  id: string;
  authorId: string;
  authorName: string;
  at: string;
}

/** A proposed break; `form: 'own'` says that, joined to the one before, the result takes the form of this block. */
export interface BreakProposal extends Proposal {
  form?: 'own';
}

const KEYS = ['id', 'authorId', 'authorName', 'at'] as const;

const fromData = (element: ParsedElement, prefix = 'data-'): Proposal | null => {
  const [id, authorId, authorName, at] = KEYS.map((key) => element.getAttribute(`${prefix}${key.toLowerCase()}`) ?? '');
  return id && authorId && at ? { id, authorId, authorName: authorName ?? '', at } : null;
};
const toData = (proposal: Proposal, prefix = 'data-') =>
  Object.fromEntries(KEYS.map((key) => [`${prefix}${key.toLowerCase()}`, proposal[key]]));

const proposalMark = (name: 'insertion' | 'deletion', tag: 'ins' | 'del', words: string) =>
  Mark.create({
    name,
    // A proposal is about any text, whatever its other marks, but a place is proposed by one person at a time.
    excludes: name,
    inclusive: false,
    addAttributes: () => Object.fromEntries(KEYS.map((key) => [key, { default: '', rendered: false }])),
    // Never taken from pasted text: a proposal is made, not copied.
    parseHTML: () => [],
    // `ins` and `del` may bear no name of their own: whose they are is their description.
    renderHTML: ({ mark }) => {
      const proposal = mark.attrs as Proposal;
      return [tag, { 'data-proposal': name, 'aria-description': `${words} ${proposal.authorName}`, ...toData(proposal) }, 0];
    },
  });

export const Insertion = proposalMark('insertion', 'ins', 'Ajout proposé par');
export const Deletion = proposalMark('deletion', 'del', 'Suppression proposée par');

const proposedBreak = (name: string) => ({
  default: null,
  parseHTML: (element: ParsedElement) => fromData(element, `data-${name}-`),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] ? toData(attributes[name] as Proposal, `data-${name.toLowerCase()}-`) : {},
  keepOnSplit: false,
});

/**
 * Proposals about the boundary before a block, as Word keeps them on the paragraph mark: `insertedBreak`, the block was split
 * from the one before (refused: they join again); `deletedBreak`, it is to be joined to the one before. On a line break they are
 * about itself: Yjs keeps no mark on anything but text.
 */
export const ProposedBreaks = Extension.create({
  name: 'proposedBreaks',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'hardBreak'],
      attributes: { insertedBreak: proposedBreak('insertedBreak'), deletedBreak: proposedBreak('deletedBreak') },
    },
  ],
});
