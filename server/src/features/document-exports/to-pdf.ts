import type { PdfBlock, PdfDefinition } from 'pdfmake';
import { commentPlaces } from './comment-places.ts';
import { type ContentsEntry, contentsEntries, listedEntries } from './contents-entries.ts';
import type { ExportedDocument, LoadedDocument } from './exported-document.ts';
import { loadImages } from './load-images.ts';
import { keepTogether } from './pdf/keep-together.ts';
import { pdfBlocks } from './pdf/pdf-blocks.ts';
import { pdfComments } from './pdf/pdf-comments.ts';
import { GREY, LINE, type PdfContext, TEXT_WIDTH } from './pdf/pdf-context.ts';
import { FONT, preparedPdfmake } from './pdf/pdf-fonts.ts';
import { pdfContents, pdfTitle } from './pdf/pdf-front.ts';
import { documentPart, NO_PART, textOf } from './pdf/pdf-structure.ts';
import { tagPages } from './pdf/tagged-pages.ts';
import { withPrintableImages } from './printable-images.ts';
import { printed, printedDay } from './printed-text.ts';

const MARGIN = 72;
const pdfmake = preparedPdfmake();
tagPages();

/** Each heading under the nearest one above it of a higher rank, as a reader's panel of bookmarks shows them. */
const nested = (entries: readonly ContentsEntry[]): Map<number, ContentsEntry & { parent?: string }> => {
  const above: (string | undefined)[] = [];
  return new Map(
    entries.map((entry) => {
      const parent = above.slice(0, entry.level).findLast((anchor) => anchor !== undefined);
      above.length = entry.level;
      above[entry.level] = entry.anchor;
      return [entry.pos, { ...entry, ...(parent && { parent }) }];
    }),
  );
};

const edge = (left: string, right: string, margin: PdfBlock['margin']): PdfBlock => ({
  columns: [
    { ...textOf(left, NO_PART), width: '*' },
    { ...textOf(right, NO_PART), alignment: 'right', width: 'auto' },
  ],
  columnGap: 20,
  fontSize: 8.5,
  color: GREY,
  ...(margin && { margin }),
});

const frame = ({ title, clubName, stateLabel, date }: LoadedDocument): Pick<PdfDefinition, 'header' | 'footer'> => ({
  header: () => ({
    stack: [
      edge(printed(title), printed(clubName), [MARGIN, 34, MARGIN, 4]),
      { canvas: [{ type: 'line', x1: MARGIN, y1: 0, x2: MARGIN + TEXT_WIDTH, y2: 0, lineWidth: 0.5, lineColor: LINE }] },
    ],
  }),
  footer: (page, pages) =>
    edge(printed(`${stateLabel}, ${printedDay(date)}`), `Page\u00a0${page} sur\u00a0${pages}`, [MARGIN, 24, MARGIN, 0]),
});

const body = (document: LoadedDocument): PdfBlock[] => {
  const entries = contentsEntries(document.content);
  const comments = document.comments.filter(({ resolved }) => !resolved);
  const context: PdfContext = {
    document,
    headings: nested(entries),
    commentEdges: commentPlaces(document.content, comments),
    open: new Set(),
  };
  // In the order they are read.
  const root = documentPart();
  const title = pdfTitle(document, comments.length, root);
  const contents = pdfContents(document.contents === false ? [] : listedEntries(entries), root);
  const blocks = keepTogether(pdfBlocks(document.content, 0, { width: TEXT_WIDTH, depth: 0, part: root }, context));
  if (contents.length > 0 && blocks[0]) blocks[0] = { ...blocks[0], pageBreak: 'before' };
  return [...title, ...contents, ...blocks, ...pdfComments(comments, root)];
};

const dataUrl = (type: string, data: Uint8Array): string => `data:${type};base64,${Buffer.from(data).toString('base64')}`;

const write = (document: LoadedDocument): Promise<Buffer> =>
  pdfmake
    .createPdf({
      content: body(document),
      images: Object.fromEntries([...document.images].map(([src, { type, data }]) => [src, dataUrl(type, data)])),
      defaultStyle: { font: FONT, fontSize: 10.5, lineHeight: 1.25 },
      pageSize: 'A4',
      pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN - 8],
      ...frame(document),
      ...(document.draft && { watermark: { text: 'BROUILLON', color: GREY, opacity: 0.09, bold: true, angle: -50, fontSize: 96 } }),
      info: {
        title: printed(document.title),
        subject: printed(document.kindLabel),
        author: printed(document.clubName),
        creator: 'Beffroi',
        producer: 'Beffroi',
        creationDate: new Date(document.date),
      },
      language: 'fr-FR',
      displayTitle: true,
      tagged: true,
      version: '1.7',
    })
    .getBuffer();

/** Writes a document whose images were read as a PDF. */
export const writePdf = (loaded: LoadedDocument): Promise<Buffer> => write(withPrintableImages(loaded));

/**
 * A document as a PDF: numbered headings, contents with pages and links, bookmarks, proposals shown in colour, open comments at
 * the end. Long documents take seconds: requests go through `convert.ts`, which does it beside the event loop.
 */
export const toPdf = async (document: ExportedDocument): Promise<Buffer> => writePdf(await loadImages(document));
