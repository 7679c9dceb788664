import type { Node } from '@tiptap/pm/model';
import { outlineOf } from './document-outline.ts';
import type { Proposal } from './suggestion-marks.ts';

/** A proposal as a card tells it; a break of a paragraph reads as a line break. */
export interface ProposedChange extends Proposal {
  deletedText: string;
  insertedText: string;
  from: number;
  to: number;
  /** The heading it stands under; null before the first, or where it has no name. */
  articleId: string | null;
}

interface Piece {
  proposal: Proposal | null | undefined;
  side: 'insertedText' | 'deletedText';
  text: string;
  from: number;
  to: number;
}

const piecesOf = (node: Node, pos: number): Piece[] => {
  if (node.isText) {
    return node.marks.flatMap(({ type, attrs }) => {
      if (type.name !== 'insertion' && type.name !== 'deletion') return [];
      const side = type.name === 'insertion' ? 'insertedText' : 'deletedText';
      return [{ proposal: attrs as Proposal, side, text: node.text ?? '', from: pos, to: pos + node.nodeSize } as const];
    });
  }
  // A boundary is shown at the beginning of the block it opens.
  const [from, to] = node.isTextblock ? [pos + 1, pos + 1] : [pos, pos + 1];
  return [
    { proposal: node.attrs.insertedBreak, side: 'insertedText', text: '\n', from, to },
    { proposal: node.attrs.deletedBreak, side: 'deletedText', text: '\n', from, to },
  ];
};

const isProposal = (value: Proposal | null | undefined): value is Proposal => typeof value?.id === 'string' && value.id !== '';

/** Every proposal of a document, in the order of the text. */
export const proposalsOf = (doc: Node): ProposedChange[] => {
  const found = new Map<string, ProposedChange>();
  doc.descendants((node, pos) => {
    for (const { proposal, side, text, from, to } of piecesOf(node, pos)) {
      if (!isProposal(proposal)) continue;
      const { id, authorId, authorName, at } = proposal;
      const change = found.get(id) ?? { id, authorId, authorName, at, deletedText: '', insertedText: '', from, to, articleId: null };
      found.set(id, { ...change, [side]: change[side] + text, from: Math.min(change.from, from), to: Math.max(change.to, to) });
    }
  });
  const headings = outlineOf(doc);
  return [...found.values()]
    .sort((a, b) => a.from - b.from)
    .map((change) => ({ ...change, articleId: headings.findLast(({ pos }) => pos < change.from)?.id ?? null }));
};

/** The ids of the proposals that stand in an article: under its heading and the lesser ones that follow. */
export const proposalsInArticle = (doc: Node, articleId: string): string[] => {
  const headings = outlineOf(doc);
  const index = headings.findIndex(({ id }) => id === articleId);
  const heading = headings[index];
  if (!heading) return [];
  const end = headings.slice(index + 1).find(({ level }) => level <= heading.level)?.pos ?? doc.content.size;
  return proposalsOf(doc)
    .filter(({ from }) => from > heading.pos && from <= end)
    .map(({ id }) => id);
};
