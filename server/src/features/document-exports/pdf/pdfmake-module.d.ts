/** What is used of pdfmake, whose published types bring the whole of a browser's into the server's. */
declare module 'pdfmake' {
  export type Margin = [left: number, top: number, right: number, bottom: number];
  export interface PdfStyle {
    fontSize?: number;
    bold?: boolean;
    italics?: boolean;
    color?: string;
    background?: string;
    alignment?: string;
    lineHeight?: number;
    margin?: Margin;
    decoration?: string | string[];
    font?: string;
    sup?: boolean;
  }
  export interface PdfSpan extends PdfStyle {
    text: string | PdfSpan[];
    link?: string;
    linkToDestination?: string;
    /** Which part of the document it is of; nothing to pdfmake, which carries it along. */
    part?: object;
  }
  /** A block of a document; each kind has one of its own keys. */
  export interface PdfBlock extends PdfStyle {
    text?: string | PdfSpan[];
    stack?: PdfBlock[];
    ol?: PdfBlock[];
    ul?: PdfBlock[];
    start?: number;
    type?: string;
    columns?: PdfBlock[];
    columnGap?: number;
    width?: number | string;
    height?: number;
    image?: string;
    part?: object;
    canvas?: Record<string, unknown>[];
    table?: { widths: (number | string)[]; body: PdfCell[][]; headerRows?: number; keepWithHeaderRows?: number; dontBreakRows?: boolean };
    layout?: string | Record<string, unknown>;
    id?: string;
    pageReference?: string;
    linkToDestination?: string;
    outline?: boolean;
    outlineText?: string;
    outlineParentId?: string;
    outlineExpanded?: boolean;
    unbreakable?: boolean;
    pageBreak?: 'before' | 'after';
  }
  export interface PdfCell extends PdfBlock {
    colSpan?: number;
    rowSpan?: number;
    fillColor?: string;
  }
  export interface PdfDefinition {
    content: PdfBlock[];
    images: Record<string, string>;
    defaultStyle: PdfStyle;
    pageSize: string;
    pageMargins: Margin;
    header: (page: number, pages: number) => PdfBlock;
    footer: (page: number, pages: number) => PdfBlock;
    watermark?: { text: string; color: string; opacity: number; bold: boolean; angle: number; fontSize: number };
    info: Record<string, string | Date>;
    language: string;
    displayTitle: boolean;
    tagged: boolean;
    version: string;
  }
  interface Pdfmake {
    setFonts(fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>): void;
    setLocalAccessPolicy(policy: (path: string) => boolean): void;
    setUrlAccessPolicy(policy: (url: string) => boolean): void;
    createPdf(definition: PdfDefinition): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: Pdfmake;
  // biome-ignore lint/style/noDefaultExport: it is what the library exports.
  export default pdfmake;
}
