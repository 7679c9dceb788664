import { expect, it } from 'vitest';
import { parseCsv } from './csv.ts';

it.each([
  [
    'a;b\n1;2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\uFEFFa\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a;b\n"x;y";"dit ""oui"""',
    [
      ['a', 'b'],
      ['x;y', 'dit "oui"'],
    ],
  ],
  [
    'a;b\n"deux\nlignes"; z ',
    [
      ['a', 'b'],
      ['deux\nlignes', 'z'],
    ],
  ],
  ['a;b\n\n1;', [['a', 'b'], [''], ['1', '']]],
  ['', []],
  ['"jamais fermé', [['jamais fermé']]],
])('reads %j', (text, rows) => {
  expect(parseCsv(text)).toEqual(rows);
});
