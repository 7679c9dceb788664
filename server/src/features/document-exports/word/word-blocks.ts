import type { Node } from '@tiptap/pm/model';
import {
  AlignmentType,
  type FileChild,
  ImageRun,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Table,
  TextRun,
} from 'docx';
import { printed } from '../printed-text.ts';
import { fitted, imageCaption } from '../shown-image.ts';
import { LIST_INDENT } from './list-numbering.ts';
import { type Surroundings, tracked, type WordContext } from './word-context.ts';
import { headingParagraph } from './word-headings.ts';
import { inlineRuns } from './word-inline.ts';
import { NORMAL_AFTER } from './word-styles.ts';
import { wordTable } from './word-table.ts';

const ALIGNED = {
  left: AlignmentType.START,
  center: AlignmentType.CENTER,
  right: AlignmentType.END,
  justify: AlignmentType.BOTH,
} as const;
const WORD_IMAGES = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const;
/** Pixels, at 96 a real inch, between the margins of an A4 page. */
const TEXT_WIDTH_PX = 601;
const TEXT_HEIGHT_PX = 840;

/** Proposals about the paragraph mark that ends this block: Word keeps them there. */
const proposedMark = (start: number, context: WordContext): Pick<IParagraphOptions, 'run'> => {
  const { insertion, deletion } = context.proposedMarks.get(start) ?? {};
  if (!insertion && !deletion) return {};
  return {
    run: {
      ...(insertion && { insertion: tracked(insertion, context) }),
      ...(deletion && { deletion: tracked(deletion, context) }),
    },
  };
};

const styleOf = ({ depth, item, quote, cell }: Surroundings): IParagraphOptions => {
  if (item) return { style: 'ListParagraph', numbering: item };
  if (depth > 0) return { style: 'ListContinue', indent: { left: LIST_INDENT * depth } };
  if (quote) return { style: 'Quote' };
  return cell ? { style: 'TableText' } : {};
};

const paragraph = (node: Node, pos: number, around: Surroundings, context: WordContext): Paragraph => {
  const title = node.type.name === 'heading' || around.cell?.header;
  const align = ALIGNED[node.attrs.align as keyof typeof ALIGNED];
  return new Paragraph({
    ...styleOf(around),
    ...(title && !around.item ? { style: 'TableHeading' } : {}),
    ...(align && { alignment: align }),
    // What announces a list or a table stays on its page.
    ...(!around.cell && node.textContent.trimEnd().endsWith(':') && { keepNext: true }),
    ...((around.afterTable || around.endsList) && {
      spacing: { ...(around.afterTable && { before: 160 }), ...(around.endsList && { after: NORMAL_AFTER }) },
    }),
    ...proposedMark(pos + 1, context),
    children: inlineRuns(node, pos + 1, context),
  });
};

const image = (node: Node, around: Surroundings, context: WordContext): Paragraph => {
  const found = context.document.images.get(node.attrs.src);
  const type = found && WORD_IMAGES[found.type as keyof typeof WORD_IMAGES];
  const alone = { ...styleOf({ ...around, item: undefined }), keepLines: true, spacing: { before: 160, after: 160 } };
  if (!found || !type) return new Paragraph({ ...alone, children: [new TextRun({ text: printed(imageCaption(node)), italics: true })] });
  const { width, height } = fitted(node, found, { width: TEXT_WIDTH_PX - around.depth * 28, height: TEXT_HEIGHT_PX });
  const description = printed(node.attrs.alt ?? '');
  const children: ParagraphChild[] = [
    new ImageRun({
      type,
      data: found.data,
      transformation: { width, height },
      altText: { id: `${context.nextId()}`, name: 'Image', description, title: '' },
    }),
  ];
  return new Paragraph({ ...alone, children });
};

const list = (node: Node, pos: number, around: Surroundings, context: WordContext): FileChild[] => {
  const place =
    node.type.name === 'orderedList' ? context.lists.numbers(around.depth, node.attrs.start) : context.lists.bullets(around.depth);
  const blocks: FileChild[] = [];
  node.forEach((item, offset) => {
    item.forEach((child, inItem, index) => {
      const first = offset === 0 && index === 0;
      const last = item === node.lastChild && child === item.lastChild;
      const inside: Surroundings = {
        ...around,
        depth: around.depth + 1,
        item: index === 0 ? place : undefined,
        afterTable: first && around.afterTable,
        endsList: last && (around.depth === 0 || around.endsList === true),
      };
      blocks.push(...wordBlock(child, pos + 1 + offset + 1 + inItem, inside, context));
    });
  });
  return blocks;
};

/** Every block within another, with its surroundings. */
export const wordBlocks = (parent: Node, start: number, around: Surroundings, context: WordContext): FileChild[] => {
  const blocks: FileChild[] = [];
  parent.forEach((node, offset) => {
    const afterTable = blocks.length === 0 ? around.afterTable : blocks.at(-1) instanceof Table;
    // Word makes one table of two that touch.
    if (afterTable && node.type.name === 'table') blocks.push(new Paragraph({ style: 'Separator' }));
    blocks.push(...wordBlock(node, start + offset, { ...around, afterTable }, context));
  });
  return blocks;
};

/** A block of a document as Word's paragraphs and tables; `pos` is its position in the document. */
export const wordBlock = (node: Node, pos: number, around: Surroundings, context: WordContext): FileChild[] => {
  switch (node.type.name) {
    case 'heading': {
      const entry = context.headings.get(pos);
      if (!entry) return [paragraph(node, pos, around, context)];
      return [
        headingParagraph(
          entry,
          { alignment: ALIGNED[node.attrs.align as keyof typeof ALIGNED], ...proposedMark(pos + 1, context) },
          inlineRuns(node, pos + 1, context),
          context.nextId(),
        ),
      ];
    }
    case 'bulletList':
    case 'orderedList':
      return list(node, pos, around, context);
    case 'blockquote':
      return wordBlocks(node, pos + 1, { ...around, quote: true }, context);
    case 'table':
      return [wordTable(node, pos, around, context, wordBlocks)];
    case 'image':
      return [image(node, around, context)];
    case 'horizontalRule':
      return [new Paragraph({ style: 'Rule' })];
    case 'pageBreak':
      return [new Paragraph({ style: 'PageBreak', children: [new PageBreak()] })];
    default:
      return [paragraph(node, pos, around, context)];
  }
};
