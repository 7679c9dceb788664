import { BSONRegExp } from 'bson';
import { expect, test } from 'vitest';
import { literalPrefix } from './regex.ts';

/** A pattern, its options, and the beginning every match has, with whether that is all the pattern asks. */
test.each<[string, string, { prefix: string; exact: boolean } | undefined]>([
  ['^abc', '', { prefix: 'abc', exact: true }],
  ['^abc.*', '', { prefix: 'abc', exact: false }],
  ['^abc$', '', { prefix: 'abc', exact: false }],
  ['^abc?', '', { prefix: 'ab', exact: false }],
  ['^abc*', '', { prefix: 'ab', exact: false }],
  ['^abc+', '', { prefix: 'abc', exact: false }],
  ['^abc{0,2}', '', { prefix: 'ab', exact: false }],
  ['^a\\.b', '', { prefix: 'a.b', exact: true }],
  ['^a\\d', '', { prefix: 'a', exact: false }],
  ['^a|b', '', undefined],
  ['^[ab]', '', undefined],
  ['^abc', 'i', undefined],
  ['^abc', 'm', undefined],
  ['abc', '', undefined],
  ['^', '', undefined],
])('/%s/%s', (pattern, options, expected) => {
  expect(literalPrefix(new BSONRegExp(pattern, options))).toEqual(expected);
});
