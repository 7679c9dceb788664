import { AppError } from '@beffroi/shared/core/errors';
import { expect, test } from 'vitest';
import { decodeSearchCursor, encodeSearchCursor } from './search-cursor.ts';

test('a cursor is read as it was written', () => {
  const cursor = { until: new Date('2026-11-24T10:00:00.123Z'), offset: 40, deeper: true };
  expect(decodeSearchCursor(encodeSearchCursor(cursor))).toEqual(cursor);
});

test.each(['', 'x', '1.2', 'zzzzzzzzzz.0.0', '1.1000.0', "1.0.0'"])('« %s » is no cursor', (cursor) => {
  expect(() => decodeSearchCursor(cursor)).toThrow(AppError);
});
