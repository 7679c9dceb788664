import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { ReplaceStep, Transform } from '@tiptap/pm/transform';
import { proposeDeletion } from './propose-deletion.ts';
import { formsOwnText, NOT_PROPOSED, type Refusal, type Replacement, replacementsOf } from './replaced-ranges.ts';
import type { Proposal } from './suggestion-marks.ts';
import { mayJoin, textBlockBefore } from './text-blocks.ts';

/** Who proposes, when, and how a new proposal is named. */
export interface Proposing {
  authorId: string;
  authorName: string;
  at: string;
  newId: () => string;
  /** A proposal of its own, whatever stands beside it. */
  alone?: boolean;
}

export type Suggested =
  /** `from` and `to`: around what was replaced and what replaces it, in the document with the proposals. */
  { transform: Transform; from: number; to: number; refused?: never } | { refused: string; transform?: never };

/** Changes that touch, by one person within this time, are one proposal. */
export const ONE_PROPOSAL_WITHIN_MS = 30 * 60_000;

const INSERTED = new Set(['paragraph', 'heading', 'text', 'hardBreak', 'bulletList', 'orderedList', 'listItem', 'blockquote']);

const proposalsOn = (node: Node | null | undefined): (Proposal | null)[] =>
  node
    ? [
        ...node.marks.filter(({ type }) => type.name === 'insertion' || type.name === 'deletion').map(({ attrs }) => attrs as Proposal),
        node.attrs.insertedBreak ?? null,
        node.attrs.deletedBreak ?? null,
      ]
    : [];

/** What is proposed at, and just around, a range. */
const proposalsAround = (doc: Node, { from, to, slice }: Replacement): (Proposal | null)[] => {
  const found: (Proposal | null)[] = [];
  // Text that bears a proposal already is being composed: it keeps it, or the keyboard's composition would break off.
  slice.content.descendants((node) => void (node.isText && found.push(...proposalsOn(node))));
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  found.push(...proposalsOn($from.nodeBefore), ...proposalsOn($to.nodeAfter));
  if ($from.parent.isTextblock && $from.parentOffset === 0) found.push(...proposalsOn($from.parent));
  doc.nodesBetween(from, to, (node, pos) => void (pos >= from && found.push(...proposalsOn(node))));
  return found;
};

const proposalFor = (doc: Node, replacement: Replacement, { newId, alone, ...proposing }: Proposing): Proposal => {
  const isOpen = (one: Proposal | null) =>
    !alone && one?.authorId === proposing.authorId && Math.abs(Date.parse(proposing.at) - Date.parse(one.at)) < ONE_PROPOSAL_WITHIN_MS;
  const { id, authorId, authorName, at } = proposalsAround(doc, replacement).find(isOpen) ?? { id: newId(), ...proposing };
  return { id, authorId, authorName, at };
};

/** The proposal that text written here would be of. */
export const proposalAt = (doc: Node, pos: number, proposing: Proposing): Proposal =>
  proposalFor(doc, { from: pos, to: pos, slice: Slice.empty }, proposing);

/** What is inserted, free of the proposals it was copied with. */
const bare = (fragment: Fragment): Fragment => {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    const marks = node.marks.filter(({ type }) => type.name !== 'insertion' && type.name !== 'deletion');
    const { attrs } = node;
    const freed = 'insertedBreak' in attrs ? { ...attrs, insertedBreak: null, deletedBreak: null } : attrs;
    nodes.push(node.isText ? node.mark(marks) : node.type.create(freed, bare(node.content), marks));
  });
  return Fragment.from(nodes);
};

const isProposable = (slice: Slice): boolean => {
  let proposable = true;
  slice.content.descendants((node) => {
    if (!INSERTED.has(node.type.name)) proposable = false;
    return proposable;
  });
  return proposable;
};

/** A deletion across blocks brings bare blocks to close around what is left of the last: none of that is asked for. */
const bringsText = ({ content, openStart, openEnd }: Slice): boolean => {
  let blocks = 0;
  let inline = 0;
  content.descendants((node) => {
    if (node.isTextblock) blocks += 1;
    if (node.isInline) inline += 1;
  });
  const onlyCloses = openStart === 0 && openEnd > 0 && blocks === 1;
  return inline > 0 || (blocks > 0 && !onlyCloses);
};

/** Puts a slice where it fits and gives the range it takes; null where it does not fit. */
const insert = (transform: Transform, pos: number, slice: Slice): { from: number; to: number } | null => {
  const freed = new Slice(bare(slice.content), slice.openStart, slice.openEnd);
  const done = transform.steps.length;
  if (transform.maybeStep(new ReplaceStep(pos, pos, freed)).failed) transform.replace(pos, pos, freed);
  const range = { from: Number.POSITIVE_INFINITY, to: 0 };
  for (const map of transform.mapping.maps.slice(done)) {
    map.forEach((_from, _to, from, to) => {
      range.from = Math.min(range.from, from);
      range.to = Math.max(range.to, to);
    });
  }
  return range.to > 0 ? range : null;
};

/** Marks what was inserted. @returns why not, where it could not be taken back */
const markInserted = (transform: Transform, range: { from: number; to: number }, proposal: Proposal): Refusal | null => {
  const { insertion, deletion } = transform.doc.type.schema.marks;
  const { doc } = transform;
  let refusal: Refusal | null = null;
  doc.nodesBetween(range.from, range.to, (node, pos) => {
    if (pos < range.from || node.isText) return;
    const isBlock = node.isTextblock;
    if (!isBlock && node.type.name !== 'hardBreak') return;
    const before = isBlock ? textBlockBefore(doc, pos) : null;
    const $pos = doc.resolve(pos);
    const removable = $pos.parent.canReplace($pos.index(), $pos.index() + 1);
    if (isBlock && !removable && !mayJoin(doc, before, { node, pos })) refusal = 'structure';
    transform.setNodeAttribute(pos, 'insertedBreak', proposal).setNodeAttribute(pos, 'deletedBreak', null);
  });
  if (deletion && insertion)
    transform.removeMark(range.from, range.to, deletion).addMark(range.from, range.to, insertion.create({ ...proposal }));
  return refusal;
};

const propose = (transform: Transform, replacement: Replacement, proposing: Proposing): Refusal | { from: number; to: number } => {
  const { from, to, slice } = replacement;
  const proposal = proposalFor(transform.doc, replacement, proposing);
  if (!isProposable(slice)) return 'objects';
  const inserted = bringsText(slice) ? insert(transform, to, slice) : null;
  const refusal = inserted && markInserted(transform, inserted, proposal);
  if (refusal) return refusal;
  const done = transform.steps.length;
  const refused = from < to && proposeDeletion(transform, from, to, proposal);
  if (refused) return refused;
  const deleting = transform.mapping.slice(done);
  return { from: deleting.map(from, -1), to: deleting.map(inserted?.to ?? to, inserted ? 1 : -1) };
};

/**
 * Turns what a person did into what she proposes: nothing is taken away but what she had herself proposed to add, and what she adds
 * is marked. What cannot be proposed is refused as a whole, with the reason in French.
 */
export const suggestChanges = (edit: Transform, proposing: Proposing): Suggested => {
  if (formsOwnText(edit, proposing.authorId)) return { transform: edit, from: 0, to: 0 };
  const replacements = replacementsOf(edit);
  if (typeof replacements === 'string') return { refused: NOT_PROPOSED[replacements] };
  const transform = new Transform(edit.before);
  let place = { from: 0, to: 0 };
  for (const { from, to, slice } of replacements) {
    const [start, end] = [transform.mapping.map(from, 1), transform.mapping.map(to, -1)];
    const proposed = propose(transform, { from: Math.min(start, end), to: Math.max(start, end), slice }, proposing);
    if (typeof proposed === 'string') return { refused: NOT_PROPOSED[proposed] };
    place = proposed;
  }
  return { transform, ...place };
};
