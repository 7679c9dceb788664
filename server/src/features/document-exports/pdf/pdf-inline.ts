import type { Node } from '@tiptap/pm/model';
import type { PdfSpan, PdfStyle } from 'pdfmake';
import { absoluteLink, inlinePieces, markOf, proposalsOn } from '../inline-pieces.ts';
import { printed } from '../printed-text.ts';
import { ADDED, MARKED, type PdfContext, REMOVED } from './pdf-context.ts';

const ADDITION: PdfStyle = { color: ADDED, decoration: 'underline' };
const REMOVAL: PdfStyle = { color: REMOVED, decoration: 'lineThrough' };

const styleOf = (node: Node, link: string | null): PdfStyle & { link?: string } => {
  const { insertion: added, deletion: removed } = proposalsOn(node);
  const decoration = [
    ...(markOf(node, 'underline') || added || link ? ['underline'] : []),
    ...(markOf(node, 'strike') || removed ? ['lineThrough'] : []),
  ];
  const color = removed ? REMOVED : added ? ADDED : link ? '#1d4f91' : undefined;
  return {
    ...(markOf(node, 'bold') && { bold: true }),
    ...(markOf(node, 'italic') && { italics: true }),
    ...(decoration.length > 0 && { decoration }),
    ...(color && { color }),
    ...(link && { link }),
  };
};

/** The face has no narrow no-break space. */
const written = (text: string): string => printed(text).replaceAll('\u202f', '\u00a0');

/** A proposed cut or joining of paragraphs or lines shows as the mark printers use. */
const proposedBreak = (block: Node): PdfSpan[] => [
  ...(block.attrs.insertedBreak ? [{ text: '¶\u00a0', ...ADDITION }] : []),
  ...(block.attrs.deletedBreak ? [{ text: '¶\u00a0', ...REMOVAL }] : []),
];

/** The text of a block: marks, proposals in colour, what is commented highlighted with the number of the comment. */
export const inlineSpans = (block: Node, start: number, context: PdfContext): PdfSpan[] => {
  const spans: PdfSpan[] = proposedBreak(block);
  for (const piece of inlinePieces(block, start, context.commentEdges.get(start))) {
    if (piece.kind === 'break') spans.push(...proposedBreak(piece.node), { text: '\n' });
    else if (piece.kind === 'text')
      spans.push({
        text: written(piece.text),
        ...(context.open.size > 0 && { background: MARKED }),
        ...styleOf(piece.node, absoluteLink(piece.node, context.document.origin)),
      });
    else if (piece.edge.edge === 'start') context.open.add(piece.edge.comment);
    else {
      context.open.delete(piece.edge.comment);
      spans.push({
        text: `\u00a0${piece.edge.comment + 1}`,
        sup: true,
        bold: true,
        fontSize: 8,
        linkToDestination: `comment-${piece.edge.comment}`,
      });
    }
  }
  return spans;
};
