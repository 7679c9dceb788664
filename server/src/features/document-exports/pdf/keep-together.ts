import type { PdfBlock } from 'pdfmake';

/** What a heading is kept with is no taller than this many characters of it make. */
const KEPT_TEXT_MAX = 1_800;
const KEPT_ROWS_MAX = 8;

const lengthOf = ({ text = '', stack = [] }: PdfBlock): number => {
  const own = typeof text === 'string' ? text.length : text.reduce((sum, span) => sum + String(span.text).length, 0);
  return own + stack.reduce((sum, block) => sum + lengthOf(block), 0);
};

const endOf = ({ text }: PdfBlock): string => (typeof text === 'string' ? text : String(text?.at(-1)?.text ?? '')).trimEnd();

/** A heading, or a sentence that ends on a colon, announces what follows. */
const announces = (block: PdfBlock | undefined): block is PdfBlock => Boolean(block && (block.outline || endOf(block).endsWith(':')));

/** What must stand on the page of the heading above it, and what may follow elsewhere. */
const cut = (block: PdfBlock): { kept: PdfBlock[]; rest: PdfBlock[] } => {
  const items = block.ol ?? block.ul;
  if (items && items.length > 1) {
    const [first, ...others] = items as [PdfBlock, ...PdfBlock[]];
    if (lengthOf(first) > KEPT_TEXT_MAX) return { kept: [], rest: [block] };
    const [left = 0, , right = 0, bottom = 0] = block.margin ?? [];
    const begun: PdfBlock = { ...block, ...(block.ol ? { ol: [first] } : { ul: [first] }), margin: [left, 0, right, 0] };
    const going: PdfBlock = {
      ...block,
      ...(block.ol ? { ol: others, start: (block.start ?? 1) + 1 } : { ul: others }),
      margin: [left, 0, right, bottom],
    };
    return { kept: [begun], rest: [going] };
  }
  const small = block.table
    ? block.table.body.length <= KEPT_ROWS_MAX && lengthOfTable(block) <= KEPT_TEXT_MAX
    : lengthOf(block) <= KEPT_TEXT_MAX;
  return small ? { kept: [block], rest: [] } : { kept: [], rest: [block] };
};

const lengthOfTable = ({ table }: PdfBlock): number => (table?.body ?? []).flat().reduce((sum, cell) => sum + lengthOf(cell), 0);

/** Where a page is asked for, it is the whole that goes to it. */
const whole = (blocks: PdfBlock[]): PdfBlock => {
  const [first, ...others] = blocks as [PdfBlock, ...PdfBlock[]];
  const { pageBreak, ...unbroken } = first;
  return {
    stack: [unbroken, ...others].map((block) => ({ ...block, unbreakable: false })),
    unbreakable: true,
    ...(pageBreak && { pageBreak }),
  };
};

/** Keeps what announces with what it announces: no heading is left alone at the foot of a page. */
export const keepTogether = (blocks: readonly PdfBlock[]): PdfBlock[] => {
  const result: PdfBlock[] = [];
  const queue = [...blocks].reverse();
  while (queue.length > 0) {
    const group: PdfBlock[] = [];
    while (announces(queue.at(-1)) && !(group.length > 0 && queue.at(-1)?.pageBreak)) group.push(queue.pop() as PdfBlock);
    const next = queue.pop();
    if (group.length === 0) {
      if (next) result.push(next);
      continue;
    }
    const { kept, rest } = next && !next.pageBreak ? cut(next) : { kept: [], rest: next ? [next] : [] };
    result.push(whole([...group, ...kept]));
    queue.push(...rest.reverse());
  }
  return result;
};
