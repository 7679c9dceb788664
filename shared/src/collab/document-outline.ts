import type { Node } from '@tiptap/pm/model';
import type { HeadingLevel } from './document-schema.ts';
import { headingNumbers } from './heading-numbers.ts';

/** A heading of a document, where it stands. */
export interface OutlineEntry {
  /** Null while no editor has named it. */
  id: string | null;
  level: HeadingLevel;
  /** « Article 3 », « 3.2 », « a) »; empty where it bears none. */
  number: string;
  text: string;
  /** Position of the heading in the document. */
  pos: number;
}

/** The headings that stand in a document, numbered; those in tables or lists are text like any other and left out. */
export const outlineOf = (doc: Node): OutlineEntry[] => {
  const found: { node: Node; pos: number }[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name === 'heading') found.push({ node, pos });
  });
  const numbers = headingNumbers(found.map(({ node }) => ({ level: node.attrs.level, numbered: node.attrs.numbered })));
  return found.map(({ node, pos }, index) => ({
    id: node.attrs.id,
    level: node.attrs.level,
    number: numbers[index] as string,
    text: node.textContent,
    pos,
  }));
};
