import { outlineOf } from '@beffroi/shared/collab/document-outline';
import type { HeadingLevel } from '@beffroi/shared/collab/document-schema';
import type { Node } from '@tiptap/pm/model';
import { printed } from './printed-text.ts';

/** Below this a list of contents is longer to read than the document is to leaf through. */
const CONTENTS_FROM = 6;

/** A line of the contents: a heading, and the name of the place it leads to. */
export interface ContentsEntry {
  pos: number;
  level: HeadingLevel;
  number: string;
  /** « Article 3 – Durée », « 3.1 Délais ». */
  label: string;
  anchor: string;
}

/** « Article 3 » is told from its title by a dash, « 3.1 » and « a) » are not. */
export const separator = (level: HeadingLevel): string => (level === 1 ? '\u00a0– ' : '\u00a0');

const withoutDeletions = (heading: Node): string => {
  let text = '';
  heading.forEach((child) => {
    if (child.isText && !child.marks.some(({ type }) => type.name === 'deletion')) text += child.text;
    if (child.type.name === 'hardBreak') text += ' ';
  });
  return printed(text).trim();
};

/** The headings of a document, to be listed and pointed at. What is proposed for deletion is left out of their text. */
export const contentsEntries = (doc: Node): ContentsEntry[] =>
  outlineOf(doc).map(({ pos, level, number }, index) => {
    const text = withoutDeletions(doc.nodeAt(pos) as Node);
    return { pos, level, number, label: number ? `${number}${separator(level)}${text}` : text, anchor: `_Toc${1_000_000 + index}` };
  });

/** Those that deserve a list of contents; none in a short document. */
export const listedEntries = (entries: readonly ContentsEntry[]): ContentsEntry[] => {
  const listed = entries.filter(({ label }) => label !== '');
  return listed.length < CONTENTS_FROM ? [] : listed;
};
