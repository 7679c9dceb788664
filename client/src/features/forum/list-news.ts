import type { ThreadItem } from '@beffroi/shared/features/forum/forum.contract';

export interface ListPage {
  items: ThreadItem[];
  nextCursor: string | null;
}

/** What a list's first page, read again, brings to the list shown. */
export interface ListNews {
  /** The pages shown, each row with its latest counts, none moved. */
  pages: ListPage[];
  /** Threads the list does not show yet. */
  fresh: string[];
  /** All of them were asked after everything shown: questions nobody has seen here. */
  onlyQuestions: boolean;
}

/** Compares the list shown with its first page as it stands now. */
export const listNews = (shown: readonly ListPage[], first: ListPage): ListNews => {
  const latest = new Map(first.items.map((item) => [item.id, item]));
  const items = shown.flatMap((page) => page.items);
  const known = new Set(items.map(({ id }) => id));
  const fresh = first.items.filter(({ id }) => !known.has(id));
  return {
    pages: shown.map((page) => ({ ...page, items: page.items.map((item) => latest.get(item.id) ?? item) })),
    fresh: fresh.map(({ id }) => id),
    // An older thread that comes up from a later page is news too, but no new question.
    onlyQuestions: fresh.every(({ kind, createdAt }) => kind === 'question' && items.every((item) => item.createdAt < createdAt)),
  };
};
