import type { Mark, Node } from '@tiptap/pm/model';

/** How a block is set, beside its words. */
export interface Looks {
  /** Whatever its words: alignment, list, picture, merged cells, and which marks it bears. */
  manner: string;
  /** Which of its words bear which marks; compared where the words are the same. */
  marked: string;
}

const PROPOSED = new Set(['insertion', 'deletion']);
/** Names of things, what is only proposed, and how wide somebody drew a column: none is read in the text. */
const UNREAD = new Set(['id', 'insertedBreak', 'deletedBreak', 'colwidth']);

const read = (attrs: Record<string, unknown>) =>
  Object.entries(attrs)
    .filter(([name, value]) => !UNREAD.has(name) && value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const saidOf = ({ type, attrs }: Mark): string => JSON.stringify([type.name, read(attrs)]);
const marksOf = ({ marks }: Node): string[] =>
  marks
    .filter(({ type }) => !PROPOSED.has(type.name))
    .map(saidOf)
    .sort();

/** How a block and what it holds are set. What is only proposed to be added counts for nothing, as in its words. */
export const looksOf = (block: Node, list: Node | null): Looks => {
  const shapes: unknown[] = list ? [list.type.name, read(list.attrs)] : [];
  const seen = new Set<string>();
  const runs: [string, string][] = [];
  const visit = (node: Node): void => {
    if (!node.isText) {
      shapes.push([node.type.name, read(node.attrs)]);
      return;
    }
    if (node.marks.some(({ type }) => type.name === 'insertion')) return;
    const marks = marksOf(node).join(' ');
    if (marks) seen.add(marks);
    const last = runs.at(-1);
    // Where a text is cut in two nodes says nothing: a proposal cuts it.
    if (last?.[1] === marks) last[0] += node.text ?? '';
    else runs.push([node.text ?? '', marks]);
  };
  visit(block);
  block.descendants(visit);
  return { manner: JSON.stringify([shapes, [...seen].sort()]), marked: JSON.stringify(runs) };
};
