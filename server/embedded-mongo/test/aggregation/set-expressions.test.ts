import { expect, test } from 'vitest';
import { evaluated, exactly, refusal } from '../support/evaluated.ts';
import { double, FIELDS, long } from '../support/expression-fields.ts';
import { sharedStore } from '../support/shared-store.ts';

const store = sharedStore();

test.each<[unknown, unknown]>([
  [
    {
      $setUnion: [
        [3, 1],
        [long(1), 2],
      ],
    },
    [1, 2, 3],
  ],
  [{ $setUnion: [['b'], ['a', 'b', 1]] }, [1, 'a', 'b']],
  [{ $setUnion: ['$a', '$n'] }, null],
  [{ $setUnion: [] }, []],
  [
    {
      $setIntersection: [
        [3, 1, 1],
        [1, 3, 5],
      ],
    },
    [1, 3],
  ],
  [{ $setIntersection: [[{ a: 1, b: 2 }], [{ b: 2, a: 1 }]] }, []],
  [{ $setIntersection: ['$missing', [1]] }, null],
  [{ $setDifference: [[3, 1, 3, 2], [1]] }, [3, 2]],
  [{ $setDifference: [[[1, 2]], [[2, 1]]] }, [[1, 2]]],
  [{ $setDifference: ['$n', [1]] }, null],
  [
    {
      $setEquals: [
        [1, 2, 1],
        [2, double(1)],
      ],
    },
    true,
  ],
  [{ $setEquals: [[1], [1], [2]] }, false],
  [
    {
      $setIsSubset: [
        [1, 1],
        [1, 2],
      ],
    },
    true,
  ],
  [{ $setIsSubset: [[], [1]] }, true],
  [{ $setIsSubset: [[3], [1, 2]] }, false],
  [{ $allElementsTrue: [[1, 'a', []]] }, true],
  [{ $allElementsTrue: [[]] }, true],
  [{ $allElementsTrue: [[1, null]] }, false],
  [{ $anyElementTrue: [[0, null, Number.NaN]] }, true],
  [{ $anyElementTrue: [[]] }, false],
])('%j is %j', async (expression, expected) => {
  expect(await evaluated(store.db(), expression, FIELDS)).toBe(exactly({ v: expected }));
});

test.each<[unknown, number]>([
  [{ $setUnion: ['$a', 1] }, 17043],
  [{ $setIntersection: ['$a', 1] }, 17047],
  [{ $setDifference: [1, '$a'] }, 17048],
  [{ $setDifference: ['$a', 1] }, 17049],
  [{ $setEquals: ['$a', '$n'] }, 17044],
  [{ $setIsSubset: ['$n', '$a'] }, 17046],
  [{ $setIsSubset: ['$a', '$n'] }, 17042],
  [{ $allElementsTrue: ['$n'] }, 17040],
  [{ $anyElementTrue: ['$n'] }, 17041],
])('%j is refused with %d', async (expression, code) => {
  expect(await refusal(store.db(), expression, FIELDS)).toBe(code);
});
