import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import type { Passage } from './anchors.ts';
import { type Proposing, type Suggested, suggestChanges } from './suggest-changes.ts';

interface Character extends Passage {
  text: string;
}

const isStruck = ({ marks, attrs }: Node): boolean => Boolean(attrs.deletedBreak) || marks.some(({ type }) => type.name === 'deletion');

/** What stands in a passage, letter by letter; a line break is all that parts two blocks, and what is struck is left out. */
const standingIn = (doc: Node, { from, to }: Passage): Character[] => {
  const found: Character[] = [];
  let end: number | null = null;
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock) {
      if (end !== null && !isStruck(node)) found.push({ text: '\n', from: end, to: pos + 1 });
      end = pos + 1 + node.content.size;
    } else if (isStruck(node)) return;
    else if (node.isText) {
      for (let at = Math.max(pos, from); at < Math.min(pos + node.nodeSize, to); at++)
        found.push({ text: node.text?.[at - pos] ?? '', from: at, to: at + 1 });
    } else if (node.isInline) found.push({ text: '\n', from: pos, to: pos + 1 });
  });
  return found;
};

/** The text of a passage as it stands if what is proposed to be deleted goes: what one proposes upon. */
export const standingText = (doc: Node, passage: Passage): string =>
  standingIn(doc, passage)
    .map(({ text }) => text)
    .join('');

const WORD = /[\p{L}\p{N}]/u;

/** How much of two texts is alike from the beginning, whole words only: « 15 » becomes « 10 », not its second figure. */
const alike = (one: string, other: string): number => {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  const within = () => WORD.test(one[length - 1] ?? '') && (WORD.test(one[length] ?? '') || WORD.test(other[length] ?? ''));
  while (length > 0 && within()) length -= 1;
  return length;
};

const reversed = (text: string): string => text.split('').reverse().join('');

const isForm = ({ type }: Mark): boolean => !['insertion', 'deletion', 'link'].includes(type.name);

const sliceOf = (doc: Node, from: number, text: string): Slice => {
  const { schema } = doc.type;
  const marks = (doc.resolve(from).nodeAfter?.marks ?? []).filter(isForm);
  const lines = text.split('\n').map((line) => (line ? [schema.text(line, marks)] : []));
  if (lines.length === 1) return new Slice(Fragment.from(lines[0]), 0, 0);
  return new Slice(Fragment.from(lines.map((line) => schema.node('paragraph', null, line))), 1, 1);
};

/** Proposes another text for a passage, changing the words that differ only. Null where the two texts are one. */
export const proposeText = (doc: Node, passage: Passage, wanted: string, proposing: Proposing): Suggested | null => {
  const places = standingIn(doc, passage);
  const standing = places.map(({ text }) => text).join('');
  if (standing === wanted) return null;
  const start = alike(standing, wanted);
  const end = alike(reversed(standing.slice(start)), reversed(wanted.slice(start)));
  const last = standing.length - end - 1;
  const from = places[start]?.from ?? passage.to;
  const to = last >= start ? (places[last]?.to ?? passage.to) : from;
  const inserted = wanted.slice(start, wanted.length - end);
  const edit = new Transform(doc);
  if (inserted) edit.replace(from, to, sliceOf(doc, from, inserted));
  else edit.delete(from, to);
  return suggestChanges(edit, { ...proposing, alone: true });
};
