import type { PdfBlock, PdfSpan } from 'pdfmake';
import type { ContentsEntry } from '../contents-entries.ts';
import type { LoadedDocument } from '../exported-document.ts';
import { printed, printedDay } from '../printed-text.ts';
import { ADDED, GREY, NAVY, REMOVED } from './pdf-context.ts';
import { type PdfPart, partOf, textOf } from './pdf-structure.ts';

const hasProposals = ({ content }: LoadedDocument): boolean => {
  let found = false;
  content.descendants(({ marks, attrs }) => {
    found ||=
      marks.some(({ type }) => type.name === 'insertion' || type.name === 'deletion') || Boolean(attrs.insertedBreak ?? attrs.deletedBreak);
    return !found;
  });
  return found;
};

const note = (document: LoadedDocument, comments: number, root: PdfPart): PdfBlock[] => {
  const spans: PdfSpan[] = hasProposals(document)
    ? [
        { text: 'Des modifications sont proposées et ne sont pas encore décidées\u00a0: ' },
        { text: 'ajouts soulignés', color: ADDED, decoration: 'underline' },
        { text: ', ' },
        { text: 'suppressions barrées', color: REMOVED, decoration: 'lineThrough' },
        { text: '. ' },
      ]
    : [];
  if (comments > 0) spans.push({ text: 'Les numéros surlignés renvoient aux commentaires, en fin de document.' });
  return spans.length === 0 ? [] : [{ ...textOf(spans, partOf(root, 'P')), fontSize: 9.5, color: GREY, margin: [0, 0, 0, 10] }];
};

/** What opens a document: its kind, its title, where it comes from and in what state it is. */
export const pdfTitle = (document: LoadedDocument, comments: number, root: PdfPart): PdfBlock[] => [
  { ...textOf(printed(document.kindLabel), partOf(root, 'P')), bold: true, color: GREY, margin: [0, 0, 0, 3] },
  { ...textOf(printed(document.title), partOf(root, 'H1')), fontSize: 22, bold: true, color: NAVY, lineHeight: 1.1, margin: [0, 0, 0, 4] },
  {
    ...textOf(printed(`${document.clubName} · ${document.stateLabel} · ${printedDay(document.date)}`), partOf(root, 'P')),
    color: GREY,
    margin: [0, 0, 0, 14],
  },
  ...note(document, comments, root),
];

/** The contents, with pages and links; the text begins on a page of its own after it. */
export const pdfContents = (entries: readonly ContentsEntry[], root: PdfPart): PdfBlock[] => {
  if (entries.length === 0) return [];
  const title = partOf(root, 'P');
  const whole = partOf(root, 'TOC');
  return [
    { ...textOf('Sommaire', title), fontSize: 14, bold: true, color: NAVY, margin: [0, 6, 0, 6] },
    {
      fontSize: 10,
      lineHeight: 1.1,
      table: {
        widths: ['*', 44],
        dontBreakRows: true,
        body: entries.map(({ level, label, anchor }) => [
          {
            ...textOf(label, partOf(whole, 'TOCI')),
            bold: level === 1,
            linkToDestination: anchor,
            margin: [(level - 1) * 14, level === 1 ? 3 : 0, 0, 0],
          },
          { text: '', pageReference: anchor, alignment: 'right', margin: [0, level === 1 ? 3 : 0, 0, 0] },
        ]),
      },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: () => 0,
        paddingLeft: () => 0,
        paddingRight: () => 0,
        paddingTop: () => 1,
        paddingBottom: () => 1,
      },
    },
  ];
};
