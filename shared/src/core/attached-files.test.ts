import { expect, test } from 'vitest';
import { fileWeight } from './attached-files.ts';

test.each([
  [0, '1 Ko'],
  [186_000, '182 Ko'],
  [1_500_000, '1,4 Mo'],
])('%i bytes are %s', (bytes, words) => {
  expect(fileWeight(bytes)).toBe(words.replaceAll(' ', '\u00a0'));
});
