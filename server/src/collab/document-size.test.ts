import { expect, test, vi } from 'vitest';
import { DocumentSize } from './document-size.ts';

test('a document is measured only when it may have become too large', () => {
  const measure = vi.fn(() => 10);
  const size = new DocumentSize(100, 0, measure);
  expect(size.takes(60)).toBe(true);
  expect(size.takes(40)).toBe(true);
  expect(measure).not.toHaveBeenCalled();
  // Most of what was written was deleted since.
  expect(size.takes(50)).toBe(true);
  expect(measure).toHaveBeenCalledTimes(1);
});

test('one that is too large takes no more, and is not measured again for each attempt', () => {
  const measure = vi.fn(() => 90);
  const size = new DocumentSize(100, 100, measure);
  expect(size.takes(20)).toBe(false);
  expect(size.takes(20)).toBe(false);
  expect(size.takes(5)).toBe(true);
  expect(measure).toHaveBeenCalledTimes(1);
});
