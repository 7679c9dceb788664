import type { Mark, Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import type { BreakProposal, Proposal } from './suggestion-marks.ts';
import { joinBlocks, mayJoin, removeEmptyBlock, type TextBlock } from './text-blocks.ts';

export type Decision = 'accept' | 'refuse';
/** The proposals decided on: these, or all there are. */
export type Chosen = ReadonlySet<string> | 'all';

interface Deciding {
  transform: Transform;
  decision: Decision;
  isChosen: (proposal: Proposal | null | undefined) => boolean;
}

const proposed = (marks: readonly Mark[], name: string): Mark | undefined => marks.find(({ type }) => type.name === name);

/** Whether the decision takes away what this proposes or is about. */
const goes = ({ decision, isChosen }: Deciding, inserted?: Proposal | null, deleted?: Proposal | null): boolean =>
  (decision === 'refuse' && isChosen(inserted)) || (decision === 'accept' && isChosen(deleted));

const decideText = (deciding: Deciding, node: Node, pos: number): void => {
  const { transform, isChosen } = deciding;
  const marks = [proposed(node.marks, 'insertion'), proposed(node.marks, 'deletion')] as const;
  const [inserted, deleted] = marks.map((mark) => mark?.attrs as Proposal | undefined);
  if (goes(deciding, inserted, deleted)) return void transform.delete(pos, pos + node.nodeSize);
  for (const mark of marks) if (mark && isChosen(mark.attrs as Proposal)) transform.removeMark(pos, pos + node.nodeSize, mark);
};

const clear = ({ transform, isChosen }: Deciding, pos: number): void => {
  const { attrs = {} } = transform.doc.nodeAt(pos) ?? {};
  for (const name of ['insertedBreak', 'deletedBreak']) if (isChosen(attrs[name])) transform.setNodeAttribute(pos, name, null);
};

const decideLineBreak = (deciding: Deciding, node: Node, pos: number): void => {
  if (goes(deciding, node.attrs.insertedBreak, node.attrs.deletedBreak)) deciding.transform.delete(pos, pos + 1);
  else clear(deciding, pos);
};

const decideBoundary = (deciding: Deciding, original: Node, before: TextBlock | null, block: TextBlock): void => {
  const { transform } = deciding;
  if (!block.node.attrs.insertedBreak && !block.node.attrs.deletedBreak) return;
  // As it stands now: the block after, joined to it, may have passed its form on.
  const { insertedBreak, deletedBreak } = (transform.doc.nodeAt(block.pos) as Node).attrs as Record<string, BreakProposal | null>;
  if (!goes(deciding, insertedBreak, deletedBreak)) return clear(deciding, block.pos);
  const reason = deciding.decision === 'accept' ? deletedBreak : insertedBreak;
  if (before && mayJoin(original, before, block)) return joinBlocks(transform, before, block, reason?.form === 'own');
  if (!removeEmptyBlock(transform, block.pos)) clear(deciding, block.pos);
};

/**
 * Carries a decision out: what is accepted becomes the text, what is refused leaves no trace. One pass from the end to the
 * beginning, so that the places still to come stand where the document says.
 */
export const decideProposals = (doc: Node, chosen: Chosen, decision: Decision): Transform => {
  const transform = new Transform(doc);
  const deciding: Deciding = {
    transform,
    decision,
    isChosen: (proposal) => Boolean(proposal) && (chosen === 'all' || chosen.has((proposal as Proposal).id)),
  };
  const found: TextBlock[] = [];
  doc.descendants((node, pos) => void found.push({ node, pos }));
  const blocks = found.filter(({ node }) => node.isTextblock);
  for (const { node, pos } of found.reverse()) {
    if (node.isText) decideText(deciding, node, pos);
    else if (node.type.name === 'hardBreak') decideLineBreak(deciding, node, pos);
    else if (node.isTextblock) {
      const block = blocks.pop() as TextBlock;
      decideBoundary(deciding, doc, blocks.at(-1) ?? null, block);
    }
  }
  return transform;
};
