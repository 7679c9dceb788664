import type { Proposal } from '@beffroi/shared/collab/suggestion-marks';
import type { Node } from '@tiptap/pm/model';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IPropertiesOptions,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { commentPlaces } from './comment-places.ts';
import { contentsEntries, listedEntries } from './contents-entries.ts';
import type { ExportedDocument, LoadedDocument } from './exported-document.ts';
import { loadImages } from './load-images.ts';
import { withPrintableImages } from './printable-images.ts';
import { printed, printedDay } from './printed-text.ts';
import { numberHeadings } from './word/heading-numbering.ts';
import { ListNumbering } from './word/list-numbering.ts';
import { inSchemaOrder } from './word/schema-order.ts';
import { wordBlocks } from './word/word-blocks.ts';
import { wordComments } from './word/word-comments.ts';
import { wordContents } from './word/word-contents.ts';
import type { WordContext } from './word/word-context.ts';
import { wordStyles } from './word/word-styles.ts';
import { TEXT_WIDTH } from './word/word-table.ts';
import { watermark } from './word/word-watermark.ts';

/** Word keeps a proposal about a boundary on the mark of the paragraph that comes before it, not on the one after as we do. */
const proposedMarks = (doc: Node): WordContext['proposedMarks'] => {
  const marks = new Map<number, { insertion: Proposal | null; deletion: Proposal | null }>();
  let before: number | null = null;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const { insertedBreak, deletedBreak } = node.attrs;
    if (before !== null && (insertedBreak || deletedBreak)) marks.set(before, { insertion: insertedBreak, deletion: deletedBreak });
    before = pos + 1;
    return false;
  });
  return marks;
};

const counter = (): (() => number) => {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
};

const titleBlock = ({ title, kindLabel, clubName, stateLabel, date }: LoadedDocument): Paragraph[] => [
  new Paragraph({ style: 'FrontKind', children: [new TextRun(printed(kindLabel))] }),
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(printed(title))] }),
  new Paragraph({
    style: 'FrontState',
    children: [new TextRun(printed(`${clubName} · ${stateLabel} · ${printedDay(date)}`))],
  }),
];

const RIGHT_TAB = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }];

const header = ({ title, clubName, draft }: LoadedDocument): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Header',
        tabStops: RIGHT_TAB,
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'B9C3CF', space: 4 } },
        children: [
          ...(draft ? [watermark('BROUILLON')] : []),
          new TextRun(printed(title)),
          new TextRun({ text: `\t${printed(clubName)}` }),
        ],
      }),
    ],
  });

const footer = ({ stateLabel, date }: LoadedDocument): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: RIGHT_TAB,
        alignment: AlignmentType.START,
        children: [
          new TextRun(printed(`${stateLabel}, ${printedDay(date)}`)),
          new TextRun({ children: ['\tPage\u00a0', PageNumber.CURRENT, '\u00a0sur\u00a0', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });

const properties = (document: LoadedDocument): Partial<IPropertiesOptions> => ({
  title: printed(document.title),
  subject: printed(document.kindLabel),
  creator: printed(document.clubName),
  lastModifiedBy: 'Beffroi',
  description: printed(document.stateLabel),
  compatabilityModeVersion: 15,
});

/** Writes a document whose images were read as a Word file. */
export const writeDocx = async (loaded: LoadedDocument): Promise<Buffer> => {
  const document = withPrintableImages(loaded);
  const entries = contentsEntries(document.content);
  const { places, lists: headingLists } = numberHeadings(entries);
  const lists = new ListNumbering();
  const context: WordContext = {
    document,
    headings: new Map(entries.map((entry, index) => [entry.pos, { ...entry, place: places[index] ?? null }])),
    commentEdges: commentPlaces(document.content, document.comments),
    proposedMarks: proposedMarks(document.content),
    lists,
    nextRevision: counter(),
    nextId: counter(),
  };
  const content = wordBlocks(document.content, 0, { depth: 0 }, context);
  const word = new Document({
    ...properties(document),
    styles: wordStyles(),
    numbering: { config: [...headingLists, ...lists.config] },
    comments: { children: wordComments(document.comments) },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1500, bottom: 1300, left: 1440, right: 1440, header: 700, footer: 600 },
          },
        },
        headers: { default: header(document) },
        footers: { default: footer(document) },
        children: [...titleBlock(document), ...wordContents(document.contents === false ? [] : listedEntries(entries)), ...content],
      },
    ],
  } as IPropertiesOptions);
  return inSchemaOrder(await Packer.toBuffer(word));
};

/**
 * A document as a Word file: true styles and numbering, proposals as tracked changes, comments as Word's.
 * Long documents take seconds: requests go through `convert.ts`, which does it beside the event loop.
 */
export const toDocx = async (document: ExportedDocument): Promise<Buffer> => writeDocx(await loadImages(document));
