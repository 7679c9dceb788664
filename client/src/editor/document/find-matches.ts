import type { Node } from '@tiptap/pm/model';

export interface Query {
  text: string;
  /** « Delai » is not « délai », nor « DÉLAI ». */
  exact: boolean;
}

export interface Match {
  from: number;
  to: number;
}

/** The text in lower case without accents, and for each of its characters the index of the one it was made of. */
const folded = (text: string): { text: string; origin: number[] } => {
  let result = '';
  const origin: number[] = [];
  let index = 0;
  for (const character of text) {
    const plain = character
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replace(/œ/gi, 'oe')
      // What a typist types with one key and a printer sets with another are found alike.
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(/’/g, "'")
      .toLowerCase();
    for (const each of plain) {
      result += each;
      origin.push(index);
    }
    index += character.length;
  }
  origin.push(index);
  return { text: result, origin };
};

const matchesInText = (text: string, { text: wanted, exact }: Query): Match[] => {
  const found: Match[] = [];
  const where = exact ? { text, origin: null } : folded(text);
  const what = exact ? wanted : folded(wanted).text;
  if (!what) return found;
  for (let at = where.text.indexOf(what); at !== -1; at = where.text.indexOf(what, at + what.length)) {
    const end = at + what.length;
    found.push({ from: where.origin?.[at] ?? at, to: where.origin ? (where.origin[end - 1] as number) + 1 : end });
  }
  return found;
};

/** One character for whatever stands in a line and is no text, so that positions and indexes agree. */
const lineText = (block: Node): string => block.textBetween(0, block.content.size, undefined, '\ufffc');

/** Finds in a document, reading again only the paragraphs that changed since the last time with the same query. */
export const finder = (query: Query): ((doc: Node) => Match[]) => {
  const known = new WeakMap<Node, Match[]>();
  return (doc) => {
    const found: Match[] = [];
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true;
      const inside = known.get(node) ?? matchesInText(lineText(node), query);
      known.set(node, inside);
      for (const { from, to } of inside) found.push({ from: pos + 1 + from, to: pos + 1 + to });
      return false;
    });
    return found;
  };
};
