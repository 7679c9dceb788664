import type { Proposal } from '@beffroi/shared/collab/suggestion-marks';
import type { Mark, Node } from '@tiptap/pm/model';
import type { CommentEdge } from './comment-places.ts';

/** What a block of text is made of, in order: text under one set of marks, a line break, the edge of a comment. */
export type InlinePiece = { kind: 'text'; node: Node; text: string } | { kind: 'break'; node: Node } | { kind: 'edge'; edge: CommentEdge };

export const markOf = (node: Node, name: string): Mark | undefined => node.marks.find(({ type }) => type.name === name);

/** What is proposed about a text or a line break: by marks on the one, by attributes on the other. */
export const proposalsOn = (node: Node): { insertion: Proposal | null; deletion: Proposal | null } => ({
  insertion: (markOf(node, 'insertion')?.attrs ?? node.attrs.insertedBreak ?? null) as Proposal | null,
  deletion: (markOf(node, 'deletion')?.attrs ?? node.attrs.deletedBreak ?? null) as Proposal | null,
});

/** The pieces of a block whose text begins at `start`, cut where comments begin and end. */
export const inlinePieces = (block: Node, start: number, edges: readonly CommentEdge[] = []): InlinePiece[] => {
  const waiting = [...edges].sort((a, b) => a.pos - b.pos);
  const pieces: InlinePiece[] = [];
  const pass = (until: number): void => {
    while (waiting[0] && waiting[0].pos <= until) pieces.push({ kind: 'edge', edge: waiting.shift() as CommentEdge });
  };
  block.forEach((node, offset) => {
    const from = start + offset;
    pass(from);
    if (node.type.name === 'hardBreak') pieces.push({ kind: 'break', node });
    if (!node.isText) return;
    const words = node.text as string;
    let done = 0;
    while (waiting[0] && waiting[0].pos < from + words.length) {
      const cut = waiting[0].pos - from;
      pieces.push({ kind: 'text', node, text: words.slice(done, cut) });
      done = cut;
      pass(waiting[0].pos);
    }
    pieces.push({ kind: 'text', node, text: words.slice(done) });
  });
  pass(Number.POSITIVE_INFINITY);
  return pieces;
};

/** Links to pages of Beffroi begin at its address; from a file, they lead nowhere when it is not known. */
export const absoluteLink = (node: Node, origin: string | undefined): string | null => {
  const href: string | undefined = markOf(node, 'link')?.attrs.href;
  if (!href?.startsWith('/')) return href ?? null;
  return origin ? origin + href : null;
};
