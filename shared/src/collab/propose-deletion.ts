import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import type { Refusal } from './replaced-ranges.ts';
import type { BreakProposal, Proposal } from './suggestion-marks.ts';
import { joinBlocks, mayJoin, type TextBlock, textBlockAfter, textBlockBefore } from './text-blocks.ts';

/** May be crossed by a deletion, and stays until its text is gone. */
const CROSSED = new Set(['bulletList', 'orderedList', 'listItem', 'blockquote', 'doc']);

interface Found {
  inline: { node: Node; from: number; to: number }[];
  /** The blocks that begin in the range. */
  blocks: TextBlock[];
  /** Something in it cannot be proposed for deletion. */
  hindered: boolean;
}

const lookInto = (doc: Node, from: number, to: number): Found => {
  const found: Found = { inline: [], blocks: [], hindered: false };
  doc.nodesBetween(from, to, (node, pos) => {
    const end = pos + node.nodeSize;
    if (node.isText || node.type.name === 'hardBreak') {
      found.inline.push({ node, from: Math.max(pos, from), to: Math.min(end, to) });
    } else if (node.isTextblock) {
      if (pos >= from) found.blocks.push({ node, pos });
    } else if ((pos >= from || end <= to) && !CROSSED.has(node.type.name)) found.hindered = true;
  });
  return found;
};

interface Boundary {
  before: TextBlock;
  block: TextBlock;
  form?: 'own';
}

/** The boundary between a block and the one before it; null where they cannot be joined. */
const boundaryOf = (doc: Node, block: TextBlock | null): Boundary | null => {
  const before = block && textBlockBefore(doc, block.pos);
  return block && before && mayJoin(doc, before, block) ? { before, block } : null;
};

/** One takes the form of the other only where both may stand. */
const areSiblings = (doc: Node, one: TextBlock, other: TextBlock): boolean => doc.resolve(one.pos).sameParent(doc.resolve(other.pos));

const formOf = ({ node: { type, attrs } }: TextBlock): string =>
  JSON.stringify([type.name, { ...attrs, insertedBreak: null, deletedBreak: null }]);
const haveOneForm = (one: TextBlock, other: TextBlock): boolean => formOf(one) === formOf(other);

/** A block goes by being joined to the one before, or where there is none, by lending its place to the one after, which keeps its form. */
const boundariesOf = (doc: Node, from: number, to: number, blocks: TextBlock[]): Boundary[] | null => {
  const inText = doc.resolve(from).parent.isTextblock;
  const toText = doc.resolve(to).parent.isTextblock;
  const chain = blocks.map((block) => boundaryOf(doc, block));
  const whole = (list: (Boundary | null)[]): Boundary[] | null => (list.every((one) => one !== null) ? (list as Boundary[]) : null);
  if (inText || blocks.length === 0) return whole(chain);
  // The range begins before a block: what it takes away are blocks, and the block it ends in keeps its form.
  if (chain[0]) return whole(toText ? chain.slice(0, -1) : chain);
  const rest = whole(chain.slice(1));
  const next = toText ? rest?.at(-1) : boundaryOf(doc, textBlockAfter(doc, to));
  const others = toText ? rest?.slice(0, -1) : rest;
  if (!rest || !next) return rest;
  const first = blocks[0] as TextBlock;
  if (haveOneForm(first, next.block)) return [...(others ?? []), next];
  return areSiblings(doc, first, next.block) ? [...(others ?? []), { ...next, form: 'own' }] : null;
};

const isBy = (proposal: Proposal | null | undefined, authorId: string): boolean => proposal?.authorId === authorId;

const proposedOn = (node: Node, name: 'insertion' | 'deletion'): Proposal | undefined =>
  node.isText
    ? (node.marks.find(({ type }) => type.name === name)?.attrs as Proposal | undefined)
    : node.attrs[name === 'insertion' ? 'insertedBreak' : 'deletedBreak'];

const deleteInline = (transform: Transform, { node, from, to }: Found['inline'][number], proposal: Proposal): void => {
  if (isBy(proposedOn(node, 'insertion'), proposal.authorId)) transform.delete(from, to);
  else if (proposedOn(node, 'deletion')) return;
  else if (!node.isText) transform.setNodeAttribute(from, 'deletedBreak', proposal);
  else transform.addMark(from, to, node.type.schema.mark('deletion', { ...proposal }));
};

const deleteBoundary = (transform: Transform, { before, block, form }: Boundary, proposal: Proposal): void => {
  const { insertedBreak, deletedBreak } = block.node.attrs as Record<string, BreakProposal | null>;
  // To join at once would lose the form of the block before, which a refusal must find again.
  if (isBy(insertedBreak, proposal.authorId) && !form) joinBlocks(transform, before, block);
  else if (!deletedBreak) transform.setNodeAttribute(block.pos, 'deletedBreak', form ? { ...proposal, form } : proposal);
};

/**
 * Proposes to delete a range: what its author had proposed to add goes for good, the rest is marked.
 * @returns why not, where something in it cannot be proposed
 */
export const proposeDeletion = (transform: Transform, from: number, to: number, proposal: Proposal): Refusal | null => {
  const { doc } = transform;
  const { inline, blocks, hindered } = lookInto(doc, from, to);
  const boundaries = boundariesOf(doc, from, to, blocks);
  if (hindered) return 'objects';
  if (!boundaries || (inline.length === 0 && boundaries.length === 0 && to > from)) return 'structure';
  const isAnothers = ({ form, block }: Boundary) =>
    form && block.node.attrs.insertedBreak && block.node.attrs.insertedBreak.id !== proposal.id;
  if (boundaries.some(isAnothers)) return 'pending';
  const places = [
    ...inline.map((piece) => ({ pos: piece.from, act: () => deleteInline(transform, piece, proposal) })),
    ...boundaries.map((boundary) => ({ pos: boundary.block.pos, act: () => deleteBoundary(transform, boundary, proposal) })),
  ];
  // From the end, so that the places still to come stand where they were found.
  for (const { act } of places.sort((a, b) => b.pos - a.pos)) act();
  return null;
};
