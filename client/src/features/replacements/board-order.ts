import { compareHalfDays } from '@beffroi/shared/core/half-days';
import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { openSlots } from './need-words.ts';

const RANK = { missing: 1, offered: 2, filled: 3, past: 4, cancelled: 5 } as const;
const rank = (need: NeedItem): number => (need.atRisk ? 0 : RANK[need.state]);

/** At risk first, then what misses somebody, what was offered, what is filled; within each, what begins first. */
export const byRisk = (a: NeedItem, b: NeedItem): number => {
  const [left, right] = [openSlots(a.slots)[0] ?? a.slots[0], openSlots(b.slots)[0] ?? b.slots[0]];
  return (
    rank(a) - rank(b) ||
    (left && right ? compareHalfDays(left, right) : 0) ||
    Number(b.urgency === 'high') - Number(a.urgency === 'high') ||
    a.id.localeCompare(b.id)
  );
};

/** What a board shows, in the order in which it began to. */
export interface ShownOrder {
  /** Which week and filters. */
  key: string;
  /** How many pages were read. */
  pages: number;
  ids: string[];
  /** Came while one was looking. */
  fresh: string[];
}

const idsByRisk = (items: readonly NeedItem[]): string[] => [...items].sort(byRisk).map(({ id }) => id);

/**
 * The order of a board after another reading. Nothing moves under the reader’s eyes: rows keep their places whatever becomes of
 * them, and what came meanwhile stands at the end, told apart. Another week, other filters or another page begin anew.
 */
export const nextOrder = (before: ShownOrder, key: string, pages: number, items: readonly NeedItem[]): ShownOrder => {
  if (before.key !== key) return { key, pages, ids: idsByRisk(items), fresh: [] };
  const present = new Set(items.map(({ id }) => id));
  const known = new Set(before.ids);
  const kept = before.ids.filter((id) => present.has(id));
  const more = items.filter(({ id }) => !known.has(id));
  if (more.length === 0 && kept.length === before.ids.length && pages === before.pages) return before;
  const added = idsByRisk(more);
  return { key, pages, ids: [...kept, ...added], fresh: pages > before.pages ? before.fresh : [...before.fresh, ...added] };
};
