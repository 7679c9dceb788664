import type { Node } from '@tiptap/pm/model';
import type { Margin, PdfBlock } from 'pdfmake';
import { separator } from '../contents-entries.ts';
import { printed } from '../printed-text.ts';
import { fitted, imageCaption } from '../shown-image.ts';
import { GREY, LINE, NAVY, type PdfContext, type PdfSurroundings, TEXT_HEIGHT } from './pdf-context.ts';
import { inlineSpans } from './pdf-inline.ts';
import { partOf, textOf } from './pdf-structure.ts';
import { pdfTable } from './pdf-table.ts';

const PDF_IMAGES = new Set(['image/png', 'image/jpeg']);
const INDENT = 18;
/** Points in a pixel of a screen. */
const PIXEL = 0.75;
/** A paragraph of up to five lines or so stays whole: no line of it is left alone at the foot or the head of a page. */
const WHOLE_UP_TO = 450;
const HEADING_ROLES = { 1: 'H2', 2: 'H3', 3: 'H4' } as const;
const BULLETS = ['disc', 'circle', 'square'];

const HEADINGS = {
  1: { fontSize: 14, margin: [0, 14, 0, 5] as Margin },
  2: { fontSize: 12, margin: [0, 9, 0, 4] as Margin },
  3: { fontSize: 11, margin: [0, 7, 0, 3] as Margin },
};

const paragraph = (node: Node, pos: number, around: PdfSurroundings, context: PdfContext): PdfBlock => {
  const bold = around.header || node.type.name === 'heading';
  const empty = node.content.size === 0;
  return {
    ...textOf(empty ? '\u00a0' : inlineSpans(node, pos + 1, context), partOf(around.part, 'P')),
    ...(node.attrs.align && { alignment: node.attrs.align }),
    ...(bold && { bold: true }),
    ...(around.cell && { fontSize: 9.5 }),
    ...(!around.cell && node.textContent.length <= WHOLE_UP_TO && { unbreakable: true }),
    margin: [0, 0, 0, around.cell ? 1 : around.depth > 0 ? 3 : 6],
  };
};

const heading = (node: Node, pos: number, around: PdfSurroundings, context: PdfContext): PdfBlock | null => {
  const entry = context.headings.get(pos);
  if (!entry) return null;
  const number = entry.number ? [{ text: `${entry.number}${separator(entry.level)}` }] : [];
  return {
    // The title of the document is the first rank.
    ...textOf([...number, ...inlineSpans(node, pos + 1, context)], partOf(around.part, HEADING_ROLES[entry.level])),
    id: entry.anchor,
    outline: true,
    outlineText: entry.label || '\u00a0',
    ...(entry.parent && { outlineParentId: entry.parent }),
    outlineExpanded: true,
    bold: true,
    color: NAVY,
    ...(node.attrs.align && { alignment: node.attrs.align }),
    ...HEADINGS[entry.level],
  };
};

const image = (node: Node, around: PdfSurroundings, context: PdfContext): PdfBlock => {
  const found = context.document.images.get(node.attrs.src);
  if (!found || !PDF_IMAGES.has(found.type))
    return { ...textOf(printed(imageCaption(node)), partOf(around.part, 'P')), italics: true, color: GREY, margin: [0, 3, 0, 9] };
  const room = { width: around.width / PIXEL, height: (TEXT_HEIGHT - 60) / PIXEL };
  const { width, height } = fitted(node, found, room);
  const part = partOf(around.part, 'Figure', { alt: printed(node.attrs.alt || imageCaption(node)) });
  return { image: node.attrs.src, part, width: width * PIXEL, height: height * PIXEL, margin: [0, 3, 0, 9] };
};

const list = (node: Node, pos: number, around: PdfSurroundings, context: PdfContext): PdfBlock => {
  const items: PdfBlock[] = [];
  const inside = { ...around, width: around.width - INDENT, depth: around.depth + 1 };
  const whole = partOf(around.part, 'L');
  const numbered = node.type.name === 'orderedList';
  node.forEach((item, offset) => {
    const part = partOf(whole, 'LI');
    if (numbered) partOf(part, 'Lbl');
    items.push({ stack: pdfBlocks(item, pos + 1 + offset + 1, { ...inside, part: partOf(part, 'LBody') }, context) });
  });
  const margin: Margin = [around.depth > 0 ? 0 : 6, 0, 0, around.depth > 0 ? 0 : 5];
  if (numbered) return { ol: items, start: node.attrs.start, margin };
  return { ul: items, type: BULLETS[around.depth % BULLETS.length] as string, margin };
};

const quoted = (around: PdfSurroundings): PdfSurroundings => ({
  ...around,
  width: around.width - 2 * INDENT,
  part: partOf(around.part, 'BlockQuote'),
});

const quote = (node: Node, pos: number, around: PdfSurroundings, context: PdfContext): PdfBlock => ({
  table: { widths: ['*'], body: [[{ stack: pdfBlocks(node, pos + 1, quoted(around), context) }]] },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: (index: number) => (index === 0 ? 1.5 : 0),
    vLineColor: () => LINE,
    paddingLeft: () => 10,
  },
  italics: true,
  color: GREY,
  margin: [INDENT, 2, INDENT, 8],
});

const rule = (width: number): PdfBlock => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: LINE }],
  margin: [0, 6, 0, 10],
});

const pdfBlock = (node: Node, pos: number, around: PdfSurroundings, context: PdfContext): PdfBlock => {
  switch (node.type.name) {
    case 'heading':
      return heading(node, pos, around, context) ?? paragraph(node, pos, around, context);
    case 'bulletList':
    case 'orderedList':
      return list(node, pos, around, context);
    case 'blockquote':
      return quote(node, pos, around, context);
    case 'table':
      return pdfTable(node, pos, around, context, pdfBlocks);
    case 'image':
      return image(node, around, context);
    case 'horizontalRule':
      return rule(around.width);
    default:
      return paragraph(node, pos, around, context);
  }
};

/** The blocks within another; a page break is the next block's. */
export const pdfBlocks = (parent: Node, start: number, around: PdfSurroundings, context: PdfContext): PdfBlock[] => {
  const blocks: PdfBlock[] = [];
  let onNewPage = false;
  parent.forEach((node, offset) => {
    if (node.type.name === 'pageBreak') {
      onNewPage = true;
      return;
    }
    const block = pdfBlock(node, start + offset, around, context);
    blocks.push(onNewPage ? { ...block, pageBreak: 'before' } : block);
    onNewPage = false;
  });
  return blocks;
};
