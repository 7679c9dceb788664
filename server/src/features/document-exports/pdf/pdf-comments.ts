import { fromWord } from '@beffroi/shared/collab/word-names';
import type { PdfBlock, PdfSpan } from 'pdfmake';
import type { ExportedComment } from '../exported-document.ts';
import { printed, printedDay } from '../printed-text.ts';
import { GREY, NAVY } from './pdf-context.ts';
import { type PdfPart, partOf, textOf } from './pdf-structure.ts';

/** A PDF is kept and sent on our word: a name that is not ours to give says where it comes from. Word is given its own name back. */
const said = ({ author, imported, at, text }: ExportedComment['replies'][number]): PdfSpan[] => [
  { text: printed(imported ? fromWord(author) : author), bold: true },
  { text: `, ${printedDay(at)}\n`, color: GREY },
  { text: printed(text) },
];

const comment = ({ replies, ...first }: ExportedComment, rank: number, root: PdfPart): PdfBlock => ({
  columns: [
    { ...textOf(`${rank + 1}`, partOf(root, 'P')), bold: true, width: 18 },
    {
      stack: [
        { ...textOf(said(first), partOf(root, 'P')), id: `comment-${rank}`, margin: [0, 0, 0, 4] },
        ...replies.map((reply): PdfBlock => ({ ...textOf(said(reply), partOf(root, 'P')), margin: [14, 0, 0, 4] })),
      ],
      width: '*',
    },
  ],
  margin: [0, 0, 0, 6],
});

/** What is still being discussed, at the end, under the numbers the text shows; what was resolved is left out. */
export const pdfComments = (comments: readonly ExportedComment[], root: PdfPart): PdfBlock[] =>
  comments.length === 0
    ? []
    : [
        {
          ...textOf('Commentaires', partOf(root, 'H2')),
          outlineText: 'Commentaires',
          fontSize: 14,
          bold: true,
          color: NAVY,
          margin: [0, 0, 0, 8],
          pageBreak: 'before',
          outline: true,
          id: 'comments',
        },
        ...comments.map((each, rank) => comment(each, rank, root)),
      ];
