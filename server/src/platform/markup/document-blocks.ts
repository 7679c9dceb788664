import type { DocumentNode } from './document-node.ts';

/** Words of a document that are set in bold. */
export interface BoldWords {
  bold: string;
}
export const bold = (words: string): BoldWords => ({ bold: words });

type Words = string | BoldWords;

/** As it is, whatever it holds: facts are no markup. */
const text = (words: Words): DocumentNode[] => {
  const [value, marks] = typeof words === 'string' ? [words, []] : [words.bold, [{ type: 'bold' }]];
  return value ? [{ type: 'text', text: value, ...(marks.length > 0 && { marks }) }] : [];
};

export const paragraph = (words: Words): DocumentNode => {
  const content = text(words);
  return { type: 'paragraph', ...(content.length > 0 && { content }) };
};

/** A heading that bears no number. */
export const heading = (words: string, level = 1): DocumentNode => ({
  type: 'heading',
  attrs: { level, numbered: false },
  content: text(words),
});

/** A table with a row of headers. */
export const tableOf = (headers: readonly string[], rows: readonly (readonly Words[])[]): DocumentNode => {
  const row = (type: string, cells: readonly Words[]): DocumentNode => ({
    type: 'tableRow',
    content: cells.map((words) => ({ type, content: [paragraph(words)] })),
  });
  return { type: 'table', content: [row('tableHeader', headers), ...rows.map((cells) => row('tableCell', cells))] };
};
