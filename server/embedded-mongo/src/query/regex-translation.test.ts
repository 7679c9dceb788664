import { expect, test } from 'vitest';
import { compileRegex } from './regex.ts';

/** A pattern of PCRE with its options, texts it finds something in and texts it does not. */
test.each<[pattern: string, options: string, found: string[], others: string[]]>([
  ['a.c', '', ['a\rc', 'a\u2028c'], ['a\nc']],
  ['a.c', 's', ['a\nc'], []],
  ['^b$', 'm', ['a\nb\nc', 'b'], ['a\rb']],
  ['b$', '', ['b', 'b\n'], ['b\n\n', 'b\nc']],
  ['b\\z', '', ['b'], ['b\n']],
  ['b\\Z', '', ['b', 'b\n'], ['b\nc']],
  ['\\Ab', 'm', ['b'], ['a\nb']],
  ['(?i)É', '', ['é'], ['e']],
  ['(?i)(?m)^b', '', ['a\nB'], []],
  ['a(?#a comment)b', '', ['ab'], ['a']],
  ['(?P<x>a)(?P=x)', '', ['aa'], ['ab']],
  ['(?<x>a)\\k<x>', '', ['aa'], ['ab']],
  [' a  b # c \n c', 'x', ['abc'], ['a b']],
  ['a[ #]b\\ c', 'x', ['a b c', 'a#b c'], ['abc']],
  ['\\Qa.b*\\E+', '', ['a.b*', 'a.b**'], ['axb']],
  ['[[:digit:][:upper:]_]', '', ['1', 'A', '_'], ['a', ':']],
  ['[[:^digit:]]', '', ['a'], ['1']],
  ['[]a]', '', [']', 'a'], ['b']],
  ['[^]a]', '', ['b'], [']a']],
  ['[a[b]', '', ['['], ['c']],
  ['\\x{1F600}', '', ['\u{1F600}'], ['1F600']],
  ['^\u{1F600}+$', '', ['\u{1F600}', '\u{1F600}\u{1F600}'], ['a\u{1F600}']],
  ['^.{2}$', '', ['\u{1F600}é'], ['\u{1F600}']],
  ['\\h\\R', '', ['\t\r\n', '\u00a0\n'], ['\n\n']],
  ['\\s', '', [' ', '\v'], ['\u00a0']],
  ['[\\s]', '', ['\n'], ['\u00a0']],
  ['\\@\\-\\"\\_', '', ['@-"_'], []],
  ['[\\@\\-z]', '', ['-', '@'], ['a']],
  ['a{2}b{', '', ['aab{'], ['ab{']],
  ['\\d+\\.\\w\\\\', '', ['12.x\\'], ['12x']],
  ['\\\\A', '', ['\\A'], ['A']],
  ['^(?:a|b)(?=c)(?!cd)', '', ['acx', 'bc'], ['acd', 'a']],
  ['(a)\\1', '', ['aa'], ['ab']],
])('/%s/%s', (pattern, options, found, others) => {
  const regex = compileRegex(pattern, options);
  for (const text of found) expect(regex.test(text), JSON.stringify(text)).toBe(true);
  for (const text of others) expect(regex.test(text), JSON.stringify(text)).toBe(false);
});
