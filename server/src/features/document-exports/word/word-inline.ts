import type { Proposal } from '@beffroi/shared/collab/suggestion-marks';
import type { Node } from '@tiptap/pm/model';
import {
  BuilderElement,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  InsertedTextRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { CommentEdge } from '../comment-places.ts';
import { absoluteLink, inlinePieces, markOf, proposalsOn } from '../inline-pieces.ts';
import { printed } from '../printed-text.ts';
import { commentNumbers } from './word-comments.ts';
import { tracked, type WordContext } from './word-context.ts';

const runOptions = (node: Node, link: boolean): IRunOptions => ({
  ...(markOf(node, 'bold') && { bold: true }),
  ...(markOf(node, 'italic') && { italics: true }),
  ...(markOf(node, 'underline') && { underline: {} }),
  ...(markOf(node, 'strike') && { strike: true }),
  ...(link && { style: 'Hyperlink' }),
});

/** What somebody proposed to insert and somebody else to delete is both in Word too: a deletion within an insertion. */
const insertedThenDeleted = (run: DeletedTextRun, proposal: Proposal, context: WordContext): ParagraphChild => {
  const { id, author, date } = tracked(proposal, context);
  return new BuilderElement({
    name: 'w:ins',
    attributes: { id: { key: 'w:id', value: id }, author: { key: 'w:author', value: author }, date: { key: 'w:date', value: date } },
    children: [run],
  }) as unknown as ParagraphChild;
};

const run = (node: Node, text: string, link: boolean, context: WordContext): ParagraphChild => {
  const content = node.type.name === 'hardBreak' ? { break: 1 } : { text: printed(text) };
  const options = { ...runOptions(node, link), ...content };
  const { insertion, deletion } = proposalsOn(node);
  if (deletion) {
    const deleted = new DeletedTextRun({ ...options, ...tracked(deletion, context) });
    return insertion ? insertedThenDeleted(deleted, insertion, context) : deleted;
  }
  return insertion ? new InsertedTextRun({ ...options, ...tracked(insertion, context) }) : new TextRun(options);
};

const linked = (node: Node, text: string, context: WordContext): ParagraphChild => {
  const link = absoluteLink(node, context.document.origin);
  const child = run(node, text, link !== null, context);
  return link === null ? child : new ExternalHyperlink({ link: printed(link), children: [child] });
};

const edgeRuns = ({ comment, edge }: CommentEdge, context: WordContext): ParagraphChild[] =>
  commentNumbers(context.document.comments, comment).flatMap((id): ParagraphChild[] =>
    edge === 'start'
      ? [new CommentRangeStart(id)]
      : [new CommentRangeEnd(id), new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] })],
  );

/** The runs of a block of text whose text starts at `start`. */
export const inlineRuns = (block: Node, start: number, context: WordContext): ParagraphChild[] =>
  inlinePieces(block, start, context.commentEdges.get(start)).flatMap((piece) => {
    if (piece.kind === 'edge') return edgeRuns(piece.edge, context);
    return piece.kind === 'break' ? [run(piece.node, '', false, context)] : [linked(piece.node, piece.text, context)];
  });
