import type { DocumentNode } from './document-node.ts';
import { parseTable } from './document-table.ts';
import { parseInline } from './inline-markup.ts';
import { typeset } from './typeset.ts';

const HEADING = /^(#{1,3})(!?) (.+?)(?: \{#([a-z0-9-]+)\})?$/;
const ITEM = /^( *)(-|\d+\.) (.+)$/;
const CENTRED = /^-> (.+) <-$/;
const RIGHT = /^-> (.+)$/;

/** The words of a block and how they are aligned: `-> centred <-`, `-> right`. */
const aligned = (words: string): { align: string | null; content: DocumentNode[] } => {
  const centred = CENTRED.exec(words)?.[1];
  const right = RIGHT.exec(words)?.[1];
  return { align: centred ? 'center' : right ? 'right' : null, content: parseInline(typeset(centred ?? right ?? words)) };
};

export const paragraph = (words: string): DocumentNode => {
  const { align, content } = aligned(words);
  return { type: 'paragraph', ...(align && { attrs: { align } }), ...(content.length > 0 && { content }) };
};

const slugOf = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

/** Names headings by their words; two of the same words are told apart by their rank. */
const headingNames = () => {
  const used = new Map<string, number>();
  return (words: string): string => {
    const slug = slugOf(words);
    const rank = (used.get(slug) ?? 0) + 1;
    used.set(slug, rank);
    return rank === 1 ? slug : `${slug}-${rank}`;
  };
};

const heading = (line: string, nameOf: (words: string) => string): DocumentNode => {
  const [, marks = '', unnumbered, words = '', id] = HEADING.exec(line) ?? [];
  const { align, content } = aligned(words);
  const attrs = { level: marks.length, numbered: !unnumbered, id: id ?? nameOf(content.map((node) => node.text).join('')) };
  return { type: 'heading', attrs: { ...attrs, ...(align && { align }) }, content };
};

const itemOf = (line: string) => {
  const [, indent = '', bullet = '', words = ''] = ITEM.exec(line) ?? [];
  return { depth: indent.length, type: bullet === '-' ? 'bulletList' : 'orderedList', words };
};

/** Lists of the lines of one depth; those further in belong to the item before them. */
const lists = (lines: string[]): DocumentNode[] => {
  const made: DocumentNode[] = [];
  const { depth } = itemOf(lines[0] as string);
  for (let i = 0; i < lines.length; ) {
    const { type, words } = itemOf(lines[i] as string);
    let end = i + 1;
    while (end < lines.length && itemOf(lines[end] as string).depth > depth) end++;
    const within = end > i + 1 ? lists(lines.slice(i + 1, end)) : [];
    const item = { type: 'listItem', content: [paragraph(words), ...within] };
    const last = made.at(-1);
    if (last?.type === type) last.content?.push(item);
    else made.push({ type, content: [item] });
    i = end;
  }
  return made;
};

const KINDS: [kind: string, RegExp][] = [
  ['heading', HEADING],
  ['list', ITEM],
  ['quote', /^> /],
  ['table', /^\|/],
  ['break', /^===$/],
  ['rule', /^---$/],
];
const kindOf = (line: string) => KINDS.find(([, shape]) => shape.test(line))?.[0] ?? 'paragraph';
/** Kinds whose neighbouring lines make one block. */
const RUNS = ['list', 'quote', 'table'];

/**
 * A document in light markup, one block a line: `#` to `###` headings (`#!` unnumbered, `{#id}` to name one), paragraphs, lists
 * nested by their indent, `>` quotes, `|` tables (see `document-table.ts`), `---` rules, `===` page breaks; **bold**, *italic* and
 * links inside. Typed with plain spaces and apostrophes, set in French typography.
 */
export const parseDocument = (markup: string): DocumentNode => {
  const lines = markup.split('\n').map((line) => line.trimEnd());
  const nameOf = headingNames();
  const blocks: Record<string, (lines: string[]) => DocumentNode[]> = {
    heading: ([line]) => [heading(line as string, nameOf)],
    list: lists,
    quote: (run) => [{ type: 'blockquote', content: run.map((line) => paragraph(line.slice(2))) }],
    table: (run) => [parseTable(run, paragraph)],
    break: () => [{ type: 'pageBreak' }],
    rule: () => [{ type: 'horizontalRule' }],
    paragraph: ([line]) => [paragraph(line as string)],
  };
  const content: DocumentNode[] = [];
  for (let i = 0; i < lines.length; ) {
    const kind = kindOf(lines[i] as string);
    let end = i + 1;
    if (RUNS.includes(kind)) while (end < lines.length && kindOf(lines[end] as string) === kind) end++;
    if (lines[i]) content.push(...(blocks[kind]?.(lines.slice(i, end)) ?? []));
    i = end;
  }
  return { type: 'doc', content };
};
