import { randomUUID } from 'node:crypto';
import type { Proposal } from '@beffroi/shared/collab/suggestion-marks';
import { fromWord } from '@beffroi/shared/collab/word-names';
import { signatureOf } from './word-xml.ts';

/**
 * mammoth reads neither tracked changes nor where comments stand, nor which list a paragraph is of, nor widths. It does read bookmarks: what it would pass
 * over is written into the body as bookmarks of ours before it reads, and found again in what it gives.
 */
const PREFIX = '_beffroi:';

export type CommentEdge = 'comment-start' | 'comment-end' | 'comment-mark';

export type Sentinel =
  | { kind: 'insertion-start' | 'deletion-start' | 'mark-inserted' | 'mark-deleted'; proposal: number }
  | { kind: 'insertion-end' | 'deletion-end' }
  | { kind: CommentEdge; comment: string }
  | { kind: 'list'; list: string }
  | { kind: 'width'; width: number };

const bookmark = (name: string): string => `<w:bookmarkStart w:id="0" w:name="${PREFIX}${name}"/>`;
const SIZE = /\u241f(\d+)x(\d+)$/;

/** A bookmark of ours, read back; null for those the file had. */
export const sentinelOf = (name: unknown): Sentinel | null => {
  if (typeof name !== 'string' || !name.startsWith(PREFIX)) return null;
  const [kind = '', value = ''] = name.slice(PREFIX.length).split(':');
  if (kind === 'list') return { kind, list: value };
  if (kind === 'comment-start' || kind === 'comment-end' || kind === 'comment-mark') return { kind, comment: value };
  if (kind === 'width') return { kind, width: Number(value) };
  if (kind === 'insertion-end' || kind === 'deletion-end') return { kind };
  return { kind: kind as 'insertion-start', proposal: Number(value) };
};

/** An image's description, and the pixels it is shown at. */
export const describedImage = (description: string | null | undefined): { alt: string; width?: number; height?: number } => {
  const [tail, width, height] = (description ?? '').match(SIZE) ?? [];
  if (!tail) return { alt: description ?? '' };
  return { alt: (description ?? '').slice(0, -tail.length), width: Number(width), height: Number(height) };
};

const EMU_PER_PIXEL = 9_525;
const TWIPS_PER_PIXEL = 15;

/** Keeps what proposals say; those of one author at one instant that touch are one decision in Word and one here. */
class Proposals {
  readonly found: Proposal[] = [];

  private readonly personId: string;

  constructor(personId: string) {
    this.personId = personId;
  }

  add(attributes: string): number {
    const { author, at: date } = signatureOf(attributes);
    const authorName = fromWord(author);
    const at = date ?? new Date().toISOString();
    const last = this.found.at(-1);
    const id = last && last.authorName === authorName && last.at === at ? last.id : randomUUID();
    this.found.push({ id, authorId: this.personId, authorName, at });
    return this.found.length - 1;
  }
}

/** What is moved is deleted where it was and inserted where it goes. */
const isInserted = (kind: string): boolean => kind === 'ins' || kind === 'moveTo';

/** The properties of a paragraph without what says that its mark is proposed, which is said by a bookmark beside them. */
const paragraphProperties = (properties: string, proposals: Proposals): string => {
  let after = '';
  const kept = properties.replace(
    /(<w:rPr>(?:(?!<\/w:rPr>).)*?)<w:(ins|del|moveTo|moveFrom)\b([^>]*)\/>/gs,
    (_, before: string, kind: string, attributes: string) => {
      after += bookmark(`mark-${isInserted(kind) ? 'inserted' : 'deleted'}:${proposals.add(attributes)}`);
      return before;
    },
  );
  const list = properties.match(/<w:numId w:val="(\d+)"\/>/)?.[1];
  if (list) after += bookmark(`list:${list}`);
  if (/<w:pageBreakBefore(?: w:val="(?:1|true|on)")?\/>/.test(properties)) after += '<w:r><w:br w:type="page"/></w:r>';
  return kept + after;
};

const COMMENT_EDGES: Record<string, CommentEdge> = {
  commentRangeStart: 'comment-start',
  commentRangeEnd: 'comment-end',
  commentReference: 'comment-mark',
};

/** Where comments begin, end and bear their mark. What stands between two paragraphs is brought to the next, where it can be read. */
const withCommentEdges = (body: string): string => {
  let depth = 0;
  let waiting = '';
  return body.replace(
    /<(\/?)w:p(?=[\s>/])[^<>]*?(\/?)>|<w:(commentRangeStart|commentRangeEnd|commentReference)\b[^<>]*?\bw:id="(-?\d{1,10})"[^<>]*>/g,
    (whole, closing?: string, empty?: string, edge?: string, comment?: string) => {
      if (edge) {
        const mark = bookmark(`${COMMENT_EDGES[edge]}:${comment}`);
        if (depth > 0) return mark;
        waiting += mark;
        return '';
      }
      if (empty) return whole;
      depth = Math.max(0, depth + (closing ? -1 : 1));
      if (closing) return whole;
      const begun = whole + waiting;
      waiting = '';
      return begun;
    },
  );
};

/** The body of a Word file with bookmarks of ours for what would not be read, and who proposed what. */
export const withSentinels = (body: string, personId: string): { body: string; proposals: Proposal[] } => {
  const proposals = new Proposals(personId);
  const marked = withCommentEdges(body.replace(/<w:bookmarkStart [^>]*w:name="_beffroi:[^>]*>/g, ''))
    .replace(/<w:pPr>(?:(?!<\/w:pPr>).)*<w:pPrChange\b.*?<\/w:pPrChange>/gs, (whole) =>
      whole.replace(/<w:pPrChange\b.*?<\/w:pPrChange>/s, ''),
    )
    .replace(/<w:pPr>.*?<\/w:pPr>/gs, (properties) => paragraphProperties(properties, proposals))
    .replace(/<w:(ins|del|moveTo|moveFrom)\b((?:[^>"]|"[^"]*")*?)(\/?)>/g, (whole, kind: string, attributes: string, empty: string) =>
      empty ? whole : bookmark(`${isInserted(kind) ? 'insertion' : 'deletion'}-start:${proposals.add(attributes)}`),
    )
    .replace(/<\/w:(ins|del|moveTo|moveFrom)>/g, (_, kind: string) => bookmark(`${isInserted(kind) ? 'insertion' : 'deletion'}-end`))
    .replace(/<(\/?)w:delText\b/g, '<$1w:t')
    .replace(/<w:tcW [^>]*w:w="(\d+)"[^>]*\/>.*?<\/w:tcPr>/gs, (whole, width: string) =>
      /w:type="(?:pct|auto|nil)"/.test(whole.slice(0, 60))
        ? whole
        : whole + bookmark(`width:${Math.round(Number(width) / TWIPS_PER_PIXEL)}`),
    )
    .replace(
      /(<wp:extent cx="(\d+)" cy="(\d+)"\/>(?:(?!<wp:docPr ).){0,2000}<wp:docPr )([^>]*?)(\/?>)/gs,
      (_, before: string, cx: string, cy: string, attributes: string, end: string) => {
        const alt = attributes.match(/\bdescr="([^"]*)"/)?.[1] || attributes.match(/\btitle="([^"]*)"/)?.[1] || '';
        const size = `\u241f${Math.round(Number(cx) / EMU_PER_PIXEL)}x${Math.round(Number(cy) / EMU_PER_PIXEL)}`;
        return `${before}${attributes.replace(/\bdescr="[^"]*"/, '')} descr="${alt}${size}"${end}`;
      },
    );
  return { body: marked, proposals: proposals.found };
};
