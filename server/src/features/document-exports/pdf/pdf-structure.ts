import type { PdfBlock, PdfSpan } from 'pdfmake';

/** What a part of a document is, for those who do not see it (PDF 1.7, 14.8.4). */
type PdfRole = 'Document' | 'H1' | 'H2' | 'H3' | 'H4' | 'P' | 'BlockQuote' | 'Figure' | 'TOC' | 'TOCI' | ListRole | TableRole | 'Artifact';
type ListRole = 'L' | 'LI' | 'Lbl' | 'LBody';
type TableRole = 'Table' | 'TR' | 'TH' | 'TD';

/** A part of a document and the parts it is made of, in the order they are read. */
export interface PdfPart {
  role: PdfRole;
  parent: PdfPart | null;
  children: PdfPart[];
  /** What is said in place of what cannot be read. */
  alt?: string;
  /** Columns and rows it covers. */
  span?: { columns: number; rows: number };
  /** Drawn again at the head of each page: it is read once. */
  repeats?: boolean;
}

/** No part of it: what every page bears. */
export const NO_PART: PdfPart = { role: 'Artifact', parent: null, children: [] };

export const documentPart = (): PdfPart => ({ role: 'Document', parent: null, children: [] });

/** A new last part of another. */
export const partOf = (parent: PdfPart, role: PdfRole, more: Pick<PdfPart, 'alt' | 'span' | 'repeats'> = {}): PdfPart => {
  const part: PdfPart = { role, parent, children: [], ...more };
  parent.children.push(part);
  return part;
};

/** The text of a part: each span says which, as the writer of PDFs keeps nothing else of a block. */
export const textOf = (text: string | PdfSpan[], part: PdfPart): Pick<PdfBlock, 'text'> => ({
  text: (typeof text === 'string' ? [{ text }] : text).map((span) => ({ ...span, part })),
});
