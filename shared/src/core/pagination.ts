import { z } from 'zod';

export const PAGE_SIZE = 20;
export const PAGE_SIZE_MAX = 100;

/** Input every paged list accepts; the cursor is opaque and comes from the page before. */
export const pageInput = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_SIZE_MAX).optional(),
};

/** `{items, nextCursor}`; `nextCursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
