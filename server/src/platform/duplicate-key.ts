/** Whether a write was refused by a unique index (MongoDB's error 11000). */
export const isDuplicate = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 11_000;
