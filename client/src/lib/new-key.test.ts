import { idempotencyKeySchema } from '@beffroi/shared/core/ids';
import { afterEach, expect, it, vi } from 'vitest';
import { newKey } from './new-key.ts';

afterEach(() => vi.unstubAllGlobals());

it('is a UUID, new each time, also on a page that is not secure', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const keys = [newKey(), newKey()];
  for (const key of keys) expect(idempotencyKeySchema.safeParse(key).success).toBe(true);
  expect(new Set(keys).size).toBe(2);
});
