import type { documentSchema } from '@beffroi/shared/collab/document-schema';

type DocumentTree = ReturnType<typeof documentSchema.nodeFromJSON>;

/** Each block of text of a document with where its text begins. */
const blocksOf = (doc: DocumentTree): { text: string; start: number }[] => {
  const blocks: { text: string; start: number }[] = [];
  doc.descendants((node, pos) => {
    // A leaf such as a line break counts for one place, as in the document.
    if (node.isTextblock) blocks.push({ text: node.textBetween(0, node.content.size, undefined, '\ufffc'), start: pos + 1 });
    return !node.isTextblock;
  });
  return blocks;
};

/** Where these words first stand in a document, within one block; null where they do not. */
export const locateQuote = (doc: DocumentTree, quote: string): { from: number; to: number } | null => {
  const block = blocksOf(doc).find(({ text }) => text.includes(quote));
  if (!block) return null;
  const from = block.start + block.text.indexOf(quote);
  return { from, to: from + quote.length };
};

/** How many times these words stand in a document. */
export const timesQuoted = (doc: DocumentTree, quote: string): number =>
  blocksOf(doc).reduce((count, { text }) => count + text.split(quote).length - 1, 0);

const wordsOf = (text: string): string[] => text.split(/(\s+)/).filter(Boolean);
const alike = (one: string[], other: string[]): number => {
  const differs = one.findIndex((word, index) => word !== other[index]);
  return differs < 0 ? one.length : differs;
};

/** What a suggestion changes, without the words it only quotes to be found: the text that takes the place of `from` to `to`. */
export const locateChange = (
  doc: DocumentTree,
  { quote, replacement }: { quote: string; replacement: string },
): { from: number; to: number; text: string } | null => {
  const place = locateQuote(doc, quote);
  if (!place) return null;
  const [before, after] = [wordsOf(quote), wordsOf(replacement)];
  const first = alike(before, after);
  const last = alike(before.slice(first).reverse(), after.slice(first).reverse());
  const length = (words: string[]) => words.join('').length;
  return {
    from: place.from + length(before.slice(0, first)),
    to: place.to - length(last > 0 ? before.slice(-last) : []),
    text: after.slice(first, after.length - last).join(''),
  };
};
