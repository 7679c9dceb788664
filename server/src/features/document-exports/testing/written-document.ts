import { documentSchema } from '@beffroi/shared/collab/document-schema';

/** Short ways of writing documents for tests. */
export type Json = Record<string, unknown>;
export const text = (words: string, ...marks: (string | Json)[]): Json => ({
  type: 'text',
  text: words,
  ...(marks.length && { marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)) }),
});
const inline = (content: (string | Json)[]): Json[] => content.map((each) => (typeof each === 'string' ? text(each) : each));
export const p = (...content: (string | Json)[]): Json => ({ type: 'paragraph', content: inline(content) });
export const paragraph = (attrs: Json, ...content: (string | Json)[]): Json => ({ type: 'paragraph', attrs, content: inline(content) });
export const heading = (level: number, words: string, attrs: Json = {}): Json => ({
  type: 'heading',
  attrs: { level, ...attrs },
  content: [text(words)],
});
const item = (content: string | Json[]): Json => ({ type: 'listItem', content: typeof content === 'string' ? [p(content)] : content });
export const bullets = (...items: (string | Json[])[]): Json => ({ type: 'bulletList', content: items.map(item) });
export const numbers = (start: number, ...items: (string | Json[])[]): Json => ({
  type: 'orderedList',
  attrs: { start },
  content: items.map(item),
});
export const cell = (words: string, attrs: Json = {}): Json => ({ type: 'tableCell', attrs, content: [p(...(words ? [words] : []))] });
export const header = (words: string, attrs: Json = {}): Json => ({ ...cell(words, attrs), type: 'tableHeader' });
export const table = (...rows: Json[][]): Json => ({ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) });
export const doc = (...content: Json[]) => documentSchema.nodeFromJSON({ type: 'doc', content });

export const proposal = (id: string, authorName: string) => ({ id, authorId: `person-${id}`, authorName, at: '2026-11-20T09:30:00.000Z' });
export const inserted = (id: string, authorName: string): Json => ({ type: 'insertion', attrs: proposal(id, authorName) });
export const deleted = (id: string, authorName: string): Json => ({ type: 'deletion', attrs: proposal(id, authorName) });
export const link = (href: string): Json => ({ type: 'link', attrs: { href } });
