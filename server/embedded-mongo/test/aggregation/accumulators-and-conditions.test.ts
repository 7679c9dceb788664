import { expect, test } from 'vitest';
import { evaluated, exactly, refusal } from '../support/evaluated.ts';
import { dec, double, FIELDS, long } from '../support/expression-fields.ts';
import { sharedStore } from '../support/shared-store.ts';

const store = sharedStore();

test.each<[unknown, unknown]>([
  // Accumulators as expressions: over several operands, or over the elements of the only one.
  [{ $sum: '$a' }, 6],
  [{ $sum: ['$a', 1] }, 1],
  [{ $sum: [1, '$two', 'text', null] }, double(3)],
  [{ $sum: [2147483647, 1] }, long(2147483648)],
  [{ $sum: [[0.1, 0.2, 0.3]] }, 0.6],
  [{ $sum: [[1, dec('0.1')]] }, dec('1.1')],
  [{ $sum: '$missing' }, 0],
  [{ $avg: '$a' }, double(2)],
  [{ $avg: [[dec('1'), 2]] }, dec('1.5')],
  [{ $avg: '$e' }, null],
  [{ $avg: ['text', null] }, null],
  [{ $min: '$a' }, 1],
  [{ $max: ['$two', 'text', null] }, 'text'],
  [{ $min: [null, '$missing'] }, null],
  [{ $max: [[long(5), 5, 4]] }, long(5)],
  [{ $stdDevPop: [[1, 3]] }, double(1)],
  [{ $stdDevSamp: [[1]] }, null],
  [{ $stdDevSamp: [[1, 3, 'x']] }, Math.SQRT2],
  [{ $stdDevPop: '$e' }, null],
  [{ $firstN: { n: 2, input: '$a' } }, [3, 1]],
  [{ $lastN: { n: 2, input: '$a' } }, [1, 2]],
  [{ $lastN: { n: long(9), input: '$a' } }, [3, 1, 2]],
  [{ $minN: { n: 2, input: [3, null, 1, 2] } }, [1, 2]],
  [{ $maxN: { n: 2, input: [3, null, 1, 'x'] } }, ['x', 3]],
  [{ $percentile: { input: [10, 20, 30, 40], p: [0.5, 0.9], method: 'approximate' } }, [double(20), double(40)]],
  [{ $percentile: { input: 'x', p: [0.5], method: 'approximate' } }, [null]],
  [{ $median: { input: [1, 5, 3], method: 'approximate' } }, double(3)],
  [{ $median: { input: '$n', method: 'approximate' } }, null],
  // Conditions. What is missing comes before null, null before numbers, and so on through the types.
  [{ $cond: ['$n', 'yes', 'no'] }, 'no'],
  [{ $cond: { if: Number.NaN, then: 'yes', else: 'no' } }, 'yes'],
  [{ $cond: [dec('0.00'), 1, 2] }, 2],
  [{ $cond: ['', 1, 2] }, 1],
  [{ $cond: [true, '$missing', 1] }, undefined],
  [{ $ifNull: ['$missing', '$n', 5] }, 5],
  [{ $ifNull: ['$n', '$missing'] }, undefined],
  [{ $ifNull: [0, 5] }, 0],
  [{ $switch: { branches: [{ case: { $eq: ['$two', 2] }, then: 'two' }], default: 'other' } }, 'two'],
  [{ $switch: { branches: [{ case: '$n', then: 1 }], default: '$missing' } }, undefined],
  [{ $and: [] }, true],
  [{ $or: [] }, false],
  [{ $and: [1, 'a', '$a'] }, true],
  [{ $and: [1, '$missing', { $divide: ['$two', '$n'] }] }, false],
  [{ $or: [0, null, false, '$missing'] }, false],
  [{ $not: [0] }, true],
  [{ $not: '$a' }, false],
  [{ $cmp: [1, 2] }, -1],
  [{ $cmp: ['$missing', null] }, -1],
  [{ $cmp: [null, 0] }, -1],
  [{ $cmp: [1, '1'] }, -1],
  [{ $cmp: ['z', {}] }, -1],
  [{ $cmp: [{}, []] }, -1],
  [
    {
      $cmp: [
        [1, 2],
        [1, 3],
      ],
    },
    -1,
  ],
  [
    {
      $cmp: [
        { a: 1, b: 1 },
        { a: 1, c: 0 },
      ],
    },
    -1,
  ],
  [{ $cmp: [false, true] }, -1],
  [{ $cmp: [Number.NaN, Number.NEGATIVE_INFINITY] }, -1],
  [{ $cmp: [double(0), -0] }, 0],
  [{ $eq: ['$missing', null] }, false],
  [{ $eq: ['$missing', '$nothing'] }, true],
  [{ $eq: [1, double(1)] }, true],
  [
    {
      $eq: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
    false,
  ],
  [{ $ne: [[1], [1]] }, false],
  [{ $gt: ['$n', '$missing'] }, true],
  [{ $gte: [dec('1.0'), 1] }, true],
  [{ $lt: [long(1), 1.5] }, true],
  [{ $lte: ['a', 'A'] }, false],
])('%j is %j', async (expression, expected) => {
  expect(await evaluated(store.db(), expression, FIELDS)).toBe(exactly({ v: expected }));
});

test.each<[unknown, number]>([
  [{ $firstN: { n: 0, input: '$a' } }, 5787908],
  [{ $firstN: { n: 'x', input: '$a' } }, 5787902],
  [{ $firstN: { n: 1.5, input: '$a' } }, 5787903],
  [{ $firstN: { input: '$a' } }, 5787906],
  [{ $firstN: { n: 1 } }, 5787907],
  [{ $firstN: { n: 1, input: '$a', x: 1 } }, 5787901],
  [{ $maxN: { n: 1, input: 'x' } }, 5788200],
  [{ $minN: 1 }, 5787900],
  [{ $percentile: { input: '$a', p: [2], method: 'approximate' } }, 7750303],
  [{ $percentile: { input: '$a', p: 1, method: 'approximate' } }, 7750301],
  [{ $percentile: { input: '$a', p: '$a', method: 'approximate' } }, 7750300],
  [{ $percentile: { input: '$a', p: [0.5] } }, 40414],
  [{ $percentile: { input: '$a', p: [0.5], method: 'exact' } }, 2],
  [{ $median: { input: '$a', p: [0.5], method: 'approximate' } }, 40415],
  [{ $cond: [1, 2] }, 16020],
  [{ $cond: { then: 1, else: 1 } }, 17080],
  [{ $cond: { if: 1, else: 1 } }, 17081],
  [{ $cond: { if: 1, then: 1 } }, 17082],
  [{ $cond: { if: 1, then: 1, else: 1, x: 1 } }, 17083],
  [{ $ifNull: [1] }, 1257300],
  [{ $switch: 1 }, 40060],
  [{ $switch: { branches: 1 } }, 40061],
  [{ $switch: { branches: [1] } }, 40062],
  [{ $switch: { branches: [{ case: 1, then: 1, x: 1 }] } }, 40063],
  [{ $switch: { branches: [{ then: 1 }] } }, 40064],
  [{ $switch: { branches: [{ case: 1 }] } }, 40065],
  [{ $switch: { branches: [{ case: '$n', then: 1 }] } }, 40066],
  [{ $switch: { branches: [], x: 1 } }, 40067],
  [{ $switch: { branches: [] } }, 40068],
  [{ $cmp: [1] }, 16020],
  [{ $not: [1, 2] }, 16020],
  [{ $rand: { x: 1 } }, 3040501],
])('%j is refused with %d', async (expression, code) => {
  expect(await refusal(store.db(), expression, FIELDS)).toBe(code);
});
