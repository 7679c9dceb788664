import type { DocumentNode } from './document-node.ts';

/** What a cell says of itself before its words: `=` a header, `>2` two columns wide, `^3` three rows high. */
const CELL = /^(=?)(?:>(\d+))?(?:\^(\d+))?(?= |$)/;
/** The space after it may be the one before the next: several in a row leave room, to sign in. */
const PARAGRAPHS = / \/\/(?= )/;

const cell = (source: string, paragraph: (words: string) => DocumentNode): DocumentNode => {
  const [facts = '', header, colspan, rowspan] = CELL.exec(source) ?? [];
  const attrs = { ...(colspan && { colspan: Number(colspan) }), ...(rowspan && { rowspan: Number(rowspan) }) };
  return {
    type: header ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 && { attrs }),
    content: ` ${source.slice(facts.length).trim()} `.split(PARAGRAPHS).map((words) => paragraph(words.trim())),
  };
};

/**
 * A table, one row a line: `|= Critère |= Poids |`. A cell that another spreads over is not written; ` // ` parts paragraphs, of which some may be empty.
 * A cell that starts with a fact has it next to its bar: `|^2 words |`.
 */
export const parseTable = (lines: string[], paragraph: (words: string) => DocumentNode): DocumentNode => ({
  type: 'table',
  content: lines.map((line) => ({
    type: 'tableRow',
    content: line
      .replace(/^\|/, '')
      .replace(/\|$/, '')
      .split('|')
      .map((source) => cell(source, paragraph)),
  })),
});
