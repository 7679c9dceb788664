import { createRequire } from 'node:module';
import { NO_PART, type PdfPart } from './pdf-structure.ts';

/** What is used of PDFKit's own tagging, which pdfmake does not reach. */
interface Element {
  dictionary: { data: Record<string, unknown> };
  add: (child: unknown) => Element;
  end: () => void;
}
type Annotate = (x: number, y: number, width: number, height: number, options: object) => unknown;
interface Pdf {
  page: object;
  annotate: Annotate;
  struct: (role: string, options?: { alt?: string; scope?: string }) => Element;
  addStructure: (element: Element) => void;
  markStructureContent: (role: string) => unknown;
  markContent: (role: 'Artifact', options: { type: string }) => void;
  endMarkedContent: () => void;
}
interface Inline {
  text: string;
  part?: PdfPart;
  link?: string;
  linkToDestination?: string;
  _pageNodeRef?: object;
}
interface Line {
  inlines: Inline[];
  _pageNodeRef?: object;
}
interface Drawing {
  pdfDocument: Pdf;
  tags?: Tags | undefined;
}
interface Pages {
  items: { type: string; item: Partial<Line> }[];
}

const partIn = (line: Partial<Line>): PdfPart | undefined => line.inlines?.find(({ part }) => part)?.part;
const ancestors = (part: PdfPart): PdfPart[] => (part.parent ? [part, ...ancestors(part.parent)] : [part]);

/** Says of what is drawn which part of the document it is, or that it is none. */
class Tags {
  readonly #pdf: Pdf;
  readonly #root: Element;
  readonly #elements = new Map<PdfPart, Element>();
  readonly #firstPage = new Map<PdfPart, object>();
  #last: PdfPart;
  /** What links drawn now belong to. */
  #link: { element: Element; words: string } | null = null;

  constructor(pdf: Pdf, root: PdfPart) {
    this.#pdf = pdf;
    this.#last = root;
    this.#root = this.#elementOf(root);
    pdf.addStructure(this.#root);
    const annotate = pdf.annotate.bind(pdf);
    pdf.annotate = (x, y, width, height, options) =>
      // PDFKit writes a String as text and a string as a name.
      annotate(
        x,
        y,
        width,
        height,
        this.#link ? { ...options, structParent: this.#link.element, Contents: new String(this.#link.words) } : options,
      );
  }

  #elementOf(part: PdfPart): Element {
    const { role, alt, span, children } = part;
    const element = this.#pdf.struct(role, { ...(alt && { alt }), ...(role === 'TH' && { scope: part.repeats ? 'Column' : 'Row' }) });
    if (span && (span.columns > 1 || span.rows > 1))
      element.dictionary.data.A = { ...(element.dictionary.data.A as object), O: 'Table', ColSpan: span.columns, RowSpan: span.rows };
    this.#elements.set(part, element);
    for (const child of children) element.add(this.#elementOf(child));
    return element;
  }

  /** A line of text; one that names no part is the number of an item, or the page an entry of the contents leads to. */
  line(line: Line, draw: () => void): void {
    const named = partIn(line);
    const part = named ?? (line._pageNodeRef || line.inlines.some((inline) => inline._pageNodeRef) ? this.#last : this.#label());
    if (!part || part === NO_PART || this.#isRepeated(part)) return this.decoration(draw);
    if (named) this.#last = named;
    this.part(part, draw, line.inlines);
  }

  /** The label of the item last written in. */
  #label(): PdfPart | undefined {
    const item = ancestors(this.#last).find(({ role }) => role === 'LI');
    return item?.children.find(({ role }) => role === 'Lbl');
  }

  #isRepeated(part: PdfPart): boolean {
    const head = ancestors(part).find(({ repeats }) => repeats);
    if (!head) return false;
    const first = this.#firstPage.get(head) ?? this.#pdf.page;
    this.#firstPage.set(head, first);
    return first !== this.#pdf.page;
  }

  part(part: PdfPart, draw: () => void, inlines: readonly Inline[] = []): void {
    const element = this.#elements.get(part) as Element;
    element.add(this.#pdf.markStructureContent(part.role));
    const linked = inlines.filter(({ link, linkToDestination }) => link || linkToDestination);
    if (linked.length > 0) {
      const link = this.#pdf.struct('Link');
      element.add(link);
      this.#link = {
        element: link,
        words: linked
          .map(({ text }) => text)
          .join('')
          .trim(),
      };
    }
    draw();
    this.#link = null;
    this.#pdf.endMarkedContent();
  }

  /** What is only seen: rules, grounds, headers and footers. */
  decoration(draw: () => void): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#pdf.endMarkedContent();
  }

  end(): void {
    this.#root.end();
  }
}

type Draw = (this: Drawing, item: never, ...rest: never[]) => void;

/**
 * Makes pdfmake tag the documents whose texts name their part (`textOf`); others are written as before. It lays out and draws
 * by an inner module of which nothing else is promised: `to-pdf.test.ts` fails should it change.
 */
export const tagPages = (): void => {
  const { prototype } = createRequire(import.meta.url)('pdfmake/js/Renderer.js').default as { prototype: Record<string, Draw> };
  const { renderPages, renderLine, renderImage, renderVector, renderWatermark } = prototype as Record<string, Draw> &
    Record<'renderPages', Draw>;
  if (!renderPages || !renderLine || !renderImage || !renderVector || !renderWatermark) throw new Error('pdfmake draws otherwise now');
  prototype.renderPages = function (pages: never) {
    const named = (pages as Pages[])
      .flatMap(({ items }) => items)
      .flatMap(({ item }) => partIn(item) ?? [])
      .find((part) => part !== NO_PART);
    const root = named && ancestors(named).at(-1);
    this.tags = root && new Tags(this.pdfDocument, root);
    renderPages.call(this, pages);
    this.tags?.end();
  };
  prototype.renderLine = function (line: never, ...at) {
    const draw = () => renderLine.call(this, line, ...at);
    this.tags ? this.tags.line(line, draw) : draw();
  };
  prototype.renderImage = function (image: never) {
    const { part } = image as { part?: PdfPart };
    const draw = () => renderImage.call(this, image);
    if (!this.tags) draw();
    else part ? this.tags.part(part, draw) : this.tags.decoration(draw);
  };
  for (const [name, original] of [
    ['renderVector', renderVector],
    ['renderWatermark', renderWatermark],
  ] as const)
    prototype[name] = function (item: never) {
      const draw = () => original.call(this, item);
      this.tags ? this.tags.decoration(draw) : draw();
    };
};
