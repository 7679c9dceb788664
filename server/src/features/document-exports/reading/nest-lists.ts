import type { DocumentJson } from './imported-document.ts';

/** An item as Word has it: a paragraph with a depth; those that follow each other make lists. */
export interface FlatItem {
  level: number;
  ordered: boolean;
  list: string | null;
  number: number;
  /** What goes on with the last item of this depth, and begins none. */
  continues?: boolean;
  blocks: DocumentJson[];
}

interface OpenList {
  level: number;
  key: string;
  /** The number its next item would bear. */
  next: number;
  items: DocumentJson[];
}

const DEEPEST = 8;
const BULLETS = 'bullets';

const begin = ({ ordered, number }: FlatItem, items: DocumentJson[]): DocumentJson =>
  ordered ? { type: 'orderedList', attrs: { start: number }, content: items } : { type: 'bulletList', content: items };

/** Some writers give each item a list of its own: what goes on counting is one list all the same. */
const goesOn = (list: OpenList, item: FlatItem, key: string): boolean =>
  Boolean(item.continues) || list.key === key || (item.ordered && list.key !== BULLETS && list.next === item.number);

/** Closes the lists that what comes next is not in. */
const close = (open: OpenList[], item: FlatItem, level: number, key: string): void => {
  for (let last = open.at(-1); last; last = open.at(-1)) {
    if (last.level < level || (last.level === level && goesOn(last, item, key))) return;
    open.pop();
  }
};

/** Makes lists within lists of items that only say how deep they are. */
export const nestLists = (flat: readonly FlatItem[]): DocumentJson[] => {
  const roots: DocumentJson[] = [];
  const open: OpenList[] = [];
  for (const item of flat) {
    const level = Math.min(item.level, DEEPEST);
    const key = item.ordered ? `ordered ${item.list}` : BULLETS;
    close(open, item, level, key);
    let current = open.at(-1);
    if (item.continues && current) {
      current.items.at(-1)?.content?.push(...item.blocks);
      continue;
    }
    if (current?.level !== level) {
      const items: DocumentJson[] = [];
      (current?.items.at(-1)?.content ?? roots).push(begin(item, items));
      current = { level, key, next: item.number, items };
      open.push(current);
    }
    current.items.push({ type: 'listItem', content: item.blocks });
    current.next += 1;
  }
  return roots;
};
