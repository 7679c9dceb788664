import { randomUUID } from 'node:crypto';
import type { Proposal } from '@beffroi/shared/collab/suggestion-marks';

/**
 * mammoth reads neither tracked changes, nor which list a paragraph is of, nor widths. It does read bookmarks: what it would pass
 * over is written into the body as bookmarks of ours before it reads, and found again in what it gives.
 */
const PREFIX = '_beffroi:';

export type Sentinel =
  | { kind: 'insertion-start' | 'deletion-start' | 'mark-inserted' | 'mark-deleted'; proposal: number }
  | { kind: 'insertion-end' | 'deletion-end' }
  | { kind: 'list'; list: string }
  | { kind: 'width'; width: number };

const bookmark = (name: string): string => `<w:bookmarkStart w:id="0" w:name="${PREFIX}${name}"/>`;
const SIZE = /\u241f(\d+)x(\d+)$/;

/** A bookmark of ours, read back; null for those the file had. */
export const sentinelOf = (name: unknown): Sentinel | null => {
  if (typeof name !== 'string' || !name.startsWith(PREFIX)) return null;
  const [kind = '', value = ''] = name.slice(PREFIX.length).split(':');
  if (kind === 'list') return { kind, list: value };
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

const unescaped = (text: string): string =>
  text
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] as string)
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, hex ? 16 : 10), 0x10ffff)),
    );

const attribute = (attributes: string, name: string): string | undefined => {
  const value = attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1];
  return value === undefined ? undefined : unescaped(value);
};

const EMU_PER_PIXEL = 9_525;
const TWIPS_PER_PIXEL = 15;
const NAME_MAX = 120;
const ORIGIN = ' (Word)';

/** Keeps what proposals say; those of one author at one instant that touch are one decision in Word and one here. */
class Proposals {
  readonly found: Proposal[] = [];

  private readonly personId: string;

  constructor(personId: string) {
    this.personId = personId;
  }

  add(attributes: string): number {
    const name = (attribute(attributes, 'w:author') ?? '').trim().slice(0, NAME_MAX) || 'Auteur inconnu';
    // Whoever made the file wrote this name: nobody here is known to have.
    const authorName = name.endsWith(ORIGIN) ? name : name + ORIGIN;
    const date = new Date(attribute(attributes, 'w:date') ?? '');
    const at = Number.isNaN(date.getTime()) ? new Date().toISOString() : date.toISOString();
    const last = this.found.at(-1);
    const id = last && last.authorName === authorName && last.at === at ? last.id : randomUUID();
    this.found.push({ id, authorId: this.personId, authorName, at });
    return this.found.length - 1;
  }
}

/** The properties of a paragraph without what says that its mark is proposed, which is said by a bookmark beside them. */
const paragraphProperties = (properties: string, proposals: Proposals): string => {
  let after = '';
  const kept = properties.replace(
    /(<w:rPr>(?:(?!<\/w:rPr>).)*?)<w:(ins|del)\b([^>]*)\/>/gs,
    (_, before: string, kind: string, attributes: string) => {
      after += bookmark(`mark-${kind === 'ins' ? 'inserted' : 'deleted'}:${proposals.add(attributes)}`);
      return before;
    },
  );
  const list = properties.match(/<w:numId w:val="(\d+)"\/>/)?.[1];
  if (list) after += bookmark(`list:${list}`);
  if (/<w:pageBreakBefore(?: w:val="(?:1|true|on)")?\/>/.test(properties)) after += '<w:r><w:br w:type="page"/></w:r>';
  return kept + after;
};

/** The body of a Word file with bookmarks of ours for what would not be read, and who proposed what. */
export const withSentinels = (body: string, personId: string): { body: string; proposals: Proposal[] } => {
  const proposals = new Proposals(personId);
  const marked = body
    .replace(/<w:bookmarkStart [^>]*w:name="_beffroi:[^>]*>/g, '')
    .replace(/<w:pPr>(?:(?!<\/w:pPr>).)*<w:pPrChange\b.*?<\/w:pPrChange>/gs, (whole) =>
      whole.replace(/<w:pPrChange\b.*?<\/w:pPrChange>/s, ''),
    )
    .replace(/<w:pPr>.*?<\/w:pPr>/gs, (properties) => paragraphProperties(properties, proposals))
    .replace(/<w:(ins|del)\b((?:[^>"]|"[^"]*")*?)(\/?)>/g, (whole, kind: string, attributes: string, empty: string) =>
      empty ? whole : bookmark(`${kind === 'ins' ? 'insertion' : 'deletion'}-start:${proposals.add(attributes)}`),
    )
    .replace(/<\/w:(ins|del)>/g, (_, kind: string) => bookmark(`${kind === 'ins' ? 'insertion' : 'deletion'}-end`))
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
