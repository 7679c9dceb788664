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
