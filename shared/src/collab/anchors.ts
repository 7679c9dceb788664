import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { documentSchema } from './document-schema.ts';

/** A passage of a live document, as Yjs relative positions in base64: it moves with its text, whatever is written around. */
export interface Anchor {
  from: string;
  to: string;
}
export interface Passage {
  from: number;
  to: number;
}

type Part = Y.XmlFragment | Y.XmlElement | Y.XmlText | Y.XmlHook;

// In browsers and in Node, but in none of the type libraries this room keeps to.
declare const btoa: (binary: string) => string;
declare const atob: (base64: string) => string;

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from([...atob(text)].map((character) => character.charCodeAt(0)));

const isContainer = (part: Part): part is Y.XmlElement => part instanceof Y.XmlElement;
const isLeaf = (part: Part): boolean => isContainer(part) && documentSchema.nodes[part.nodeName]?.isLeaf === true;

const sizeOf = (part: Part): number => {
  if (part instanceof Y.XmlText) return part.length;
  if (!isContainer(part) || isLeaf(part)) return 1;
  return part.toArray().reduce((size, child) => size + sizeOf(child as Part), 2);
};

const relative = (fragment: Y.XmlFragment, pos: number, assoc: number): Y.RelativePosition => {
  let container: Y.XmlFragment = fragment;
  let start = 0;
  for (;;) {
    const children = container.toArray() as Part[];
    const next = children.find((child) => {
      const size = sizeOf(child);
      const holds = child instanceof Y.XmlText ? pos <= start + size : pos > start && pos < start + size;
      if (!holds) start += size;
      return holds;
    });
    if (next instanceof Y.XmlText) return Y.createRelativePositionFromTypeIndex(next, pos - start, assoc);
    if (!next || !isContainer(next)) return Y.createRelativePositionFromTypeIndex(container, container.length, assoc);
    container = next;
    start += 1;
  }
};

const encode = (position: Y.RelativePosition): string => toBase64(Y.encodeRelativePosition(position));

/** Anchors a passage; what is written at its ends stays outside of it. */
export const anchorOf = (fragment: Y.XmlFragment, { from, to }: Passage): Anchor => ({
  from: encode(relative(fragment, from, 0)),
  to: encode(relative(fragment, to, -1)),
});

/** Where each part of a document stands, for finding many anchors in one walk. */
export type Places = ReadonlyMap<unknown, number>;

export const placesOf = (fragment: Y.XmlFragment): Places => {
  const places = new Map<unknown, number>([[fragment, 0]]);
  const walk = (container: Y.XmlFragment, begin: number): number => {
    let at = begin;
    for (const child of container.toArray() as Part[]) {
      places.set(child, child instanceof Y.XmlText ? at : at + 1);
      if (isContainer(child) && !isLeaf(child)) at = walk(child, at + 1) + 1;
      else at += sizeOf(child);
    }
    return at;
  };
  walk(fragment, 0);
  return places;
};

/**
 * Anchors many passages in one walk of the document.
 * @param passages each begins and ends within a text
 */
export const anchorsOf = (fragment: Y.XmlFragment, passages: readonly Passage[]): Anchor[] => {
  const texts = [...placesOf(fragment)].filter((place): place is [Y.XmlText, number] => place[0] instanceof Y.XmlText);
  const within = (pos: number, assoc: number): string => {
    let [low, high] = [0, texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((texts[middle]?.[1] ?? 0) <= pos) low = middle + 1;
      else high = middle;
    }
    const [text, start] = texts[low - 1] ?? [];
    const holds = text && start !== undefined && pos - start <= text.length;
    return encode(holds ? Y.createRelativePositionFromTypeIndex(text, pos - start, assoc) : relative(fragment, pos, assoc));
  };
  return passages.map(({ from, to }) => ({ from: within(from, 0), to: within(to, -1) }));
};

const absolute = (fragment: Y.XmlFragment, places: Places, encoded: string): number | null => {
  try {
    const found = fragment.doc && Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(encoded)), fragment.doc);
    const start = found ? places.get(found.type) : undefined;
    if (!found || start === undefined) return null;
    if (found.type instanceof Y.XmlText) return start + found.index;
    const before = (found.type as Y.XmlFragment).toArray().slice(0, found.index) as Part[];
    return before.reduce((pos, child) => pos + sizeOf(child), start);
  } catch {
    // Anything may have been sent for an anchor: what cannot be read leads nowhere.
    return null;
  }
};

/** Where an anchored passage stands now; null once its text is gone. */
export const passageOf = (fragment: Y.XmlFragment, { from, to }: Anchor, places: Places = placesOf(fragment)): Passage | null => {
  const [start, end] = [absolute(fragment, places, from), absolute(fragment, places, to)];
  return start !== null && end !== null && start < end ? { from: start, to: end } : null;
};

/** The text of a passage; paragraphs are parted by line breaks. */
export const textOf = (doc: Node, { from, to }: Passage): string => doc.textBetween(from, to, '\n', '\n');

/** Shorter quotes are found by chance. */
const QUOTE_MIN = 12;

/**
 * Finds a quoted passage that stands in one paragraph once only: a paragraph made a heading is another one to Yjs, and takes the
 * anchors in it along.
 */
export const passageOfQuote = (doc: Node, quote: string): Passage | null => {
  if (quote.length < QUOTE_MIN) return null;
  const found: Passage[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return;
    const text = node.textBetween(0, node.content.size, '', '\n');
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
      found.push({ from: pos + 1 + at, to: pos + 1 + at + quote.length });
  });
  return found.length === 1 ? (found[0] ?? null) : null;
};
