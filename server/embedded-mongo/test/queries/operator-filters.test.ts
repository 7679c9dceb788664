import { Binary, BSONSymbol, Code, Double, Int32, Timestamp } from 'mongodb';
import { test } from 'vitest';
import { date, decimal, id, MISSING, max, min, nan, notAmong, regex } from '../support/every-type.ts';
import { documentsOf, expectMatching, shown } from '../support/expect-matching.ts';
import { sharedStore } from '../support/shared-store.ts';

/** A condition on `a`, the values of `a` it accepts and those it does not. */
const CONDITIONS: [condition: unknown, accepted: unknown[], others: unknown[]][] = [
  // Regular expressions are asked of texts, and equal themselves.
  [regex('^ab'), ['abc', 'ab', ['x', 'abz'], regex('^ab')], ['xab', 5, regex('ab'), null]],
  [regex('b'), ['abc', new BSONSymbol('b')], ['a', regex('a')]],
  [{ $regex: 'a.c' }, ['abc', 'xaxcx'], ['a\nc', 'ac']],
  [{ $regex: 'a.c', $options: 's' }, ['a\nc', 'abc'], ['ac']],
  [{ $regex: '^b', $options: 'm' }, ['a\nb', 'b'], ['ab']],
  [{ $regex: 'a b # comment', $options: 'x' }, ['ab'], ['a b']],
  [{ $options: 'i', $regex: '^É' }, ['école'], ['ecole']],
  [{ $regex: regex('AB', 'i') }, ['xab'], ['a']],
  [{ $regex: '(?i)ab' }, ['AB'], ['a']],
  [{ $regex: 'a$' }, ['a', 'a\n', 'ba'], ['a\nb', 'ab']],
  [{ $regex: '^\\Qa.b\\E' }, ['a.b', 'a.bc'], ['axb']],
  [{ $regex: '^[[:alpha:]_]+\\z' }, ['ab_c'], ['a1', 'ab\n']],
  [{ $regex: '^a\\-b\\@' }, ['a-b@'], ['a\\-b@']],
  [{ $regex: '^.$' }, ['\u{1F600}', 'é'], ['ab']],
  [{ $eq: regex('a') }, [regex('a'), [regex('a')]], ['a', regex('a', 'i')]],
  [{ $regex: '^a', $gt: 'ab' }, ['ac', ['a', 'b']], ['ab', 'b', 'aa']],
  [{ $not: regex('^a') }, ['b', 5, MISSING, ['b']], ['ab', ['b', 'ab']]],

  // $not takes the opposite of a whole condition.
  [{ $not: { $gt: 5 } }, [5, 'x', MISSING, null, [1], []], [6, [1, 6]]],
  [{ $not: { $gt: 1, $lt: 5 } }, [1, 5, MISSING, [7]], [3, [0, 9]]],
  [{ $not: { $not: { $gt: 5 } } }, [6, [6]], [5, MISSING]],
  [{ $not: { $regex: '^a', $options: 'i' } }, ['b'], ['Ab']],
  [{ $not: { $exists: true } }, [MISSING], [null, 1]],
  [{ $not: { $eq: null } }, [1, []], [null, MISSING]],

  // $exists, $type.
  [{ $exists: true }, notAmong('missing'), [MISSING]],
  [{ $exists: false }, [MISSING], notAmong('missing')],
  [{ $exists: 0 }, [MISSING], [null]],
  [{ $exists: new Double(0) }, [MISSING], [0]],
  [{ $exists: null }, [MISSING], [1]],
  [{ $exists: 'false' }, [1], [MISSING]],
  [{ $type: 'double' }, [new Double(1), 1.5, nan, -0, [2.5]], [new Int32(1), 1n, decimal('1.5')]],
  [{ $type: 'int' }, [1, [new Double(1), 2]], [new Double(1), 1n, 2 ** 31]],
  [{ $type: 'long' }, [1n], [1, new Double(1)]],
  [{ $type: 'decimal' }, [decimal('1')], [1, 1n]],
  [{ $type: 'number' }, [1, 1n, 1.5, decimal('1'), ['x', 1]], ['1', null]],
  [{ $type: 2 }, ['x', ['x']], [new BSONSymbol('x'), 1]],
  [{ $type: 'symbol' }, [new BSONSymbol('x')], ['x']],
  [{ $type: 'array' }, [[], [1], [[1]]], [1, {}, MISSING]],
  [{ $type: 'object' }, [{}, [{}]], [[], [[]], MISSING]],
  [{ $type: ['null', 'bool'] }, [null, true, [false]], [MISSING, 0]],
  [{ $type: [1, 'string'] }, [1.5, 'x'], [1, true]],
  [{ $type: 'minKey' }, [min], [max]],
  [{ $type: -1 }, [min], [max]],
  [{ $type: 127 }, [max], [min]],
  [{ $type: 'javascript' }, [new Code('f')], [new Code('f', {})]],
  [{ $type: 'javascriptWithScope' }, [new Code('f', {})], [new Code('f')]],
  [{ $type: 'timestamp' }, [new Timestamp({ t: 1, i: 1 })], [date]],
  [{ $type: 'date' }, [date], [new Timestamp({ t: 1, i: 1 })]],
  [{ $type: 'regex' }, [regex('a')], ['a']],
  [{ $type: 'binData' }, [new Binary(Buffer.from('ab'))], notAmong('Binary')],
  [{ $type: 'objectId' }, [id], [id.toHexString()]],
  [{ $type: 'bool' }, [true, false], [1, 'true']],

  // $mod cuts off fractions.
  [{ $mod: [4, 1] }, [5, 5n, 5.9, decimal('5.9'), [1], new Double(5)], [4, '5', nan, Number.POSITIVE_INFINITY, 1e300]],
  [{ $mod: [4, -1] }, [-5, -1.5], [5, 3]],
  [{ $mod: [-4, 1] }, [5], [-5]],
  [{ $mod: [4.9, 1.9] }, [5], [6]],
  [{ $mod: [2, 0] }, [0, -0, 2n ** 62n], [1, 2n ** 62n + 1n, MISSING]],

  // $size is asked of the array at the path, not of arrays in it.
  [
    { $size: 2 },
    [
      [1, 2],
      [[1], [2]],
    ],
    [[1], [[1, 2]], 'ab', MISSING, { 0: 1, 1: 2 }],
  ],
  [{ $size: 0 }, [[]], [[[]], null, MISSING]],
  [{ $size: new Double(1) }, [[1]], [[]]],

  // $all: each value in whichever place.
  [
    { $all: [1, 2] },
    [
      [2, 3, 1],
      [1, 2n],
    ],
    [[1], 1, [[1, 2]]],
  ],
  [{ $all: [1] }, [1, [1]], [[[1]], 2]],
  [
    { $all: [[1, 2]] },
    [
      [1, 2],
      [[1, 2], 3],
    ],
    [[1], [2, 1]],
  ],
  [{ $all: [null] }, [null, MISSING, [null, 1]], [[], 1]],
  [{ $all: [] }, [], [[], [1], MISSING]],
  [{ $all: [regex('^a'), 'b'] }, [['ax', 'b']], [['ax'], ['b'], 'ab']],
  [{ $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] }, [[{ x: 1 }, { x: 2 }]], [[{ x: 1 }], [{ x: [1] }]]],
  [{ $all: [{ x: 1 }] }, [{ x: 1 }, [{ x: 1 }]], [{ x: 1, y: 1 }]],

  // $elemMatch: one and the same element.
  [{ $elemMatch: { $gt: 1, $lt: 3 } }, [[2], [0, 2, 5]], [[0, 5], 2, [[2]], MISSING]],
  [{ $elemMatch: { $in: [1, null] } }, [[1], [null]], [[], [2], 1, null]],
  [{ $elemMatch: { $not: { $gt: 1 } } }, [[1], [5, 0], ['x'], [[5]]], [[2], []]],
  [{ $elemMatch: { $elemMatch: { $gt: 1 } } }, [[[2]], [1, [0, 5]]], [[2], [[1]]]],
  [{ $elemMatch: { $size: 1 } }, [[[1]]], [[1], [[1, 2]]]],
  [{ $elemMatch: { $exists: true } }, [[1], [null]], [[], 1]],
  [{ $elemMatch: { $type: 'array' } }, [[[]]], [[1]]],
  [{ $elemMatch: { $ne: 1 } }, [[2], [1, 2], [[1]]], [[1], []]],
  [{ $elemMatch: { $all: [1] } }, [[1]], [[[1]]]],
  [{ $elemMatch: { x: 1, y: 2 } }, [[{ x: 1, y: 2 }], [{ x: [1, 3], y: 2 }]], [[{ x: 1 }, { y: 2 }], { x: 1, y: 2 }]],
  [{ $elemMatch: { x: null } }, [[{}], [{ x: null }], [{ y: 1 }], [[1]]], [[], [1], [null]]],
  [{ $elemMatch: { $or: [{ x: 1 }, { y: 1 }] } }, [[{ y: 1 }]], [[{ z: 1 }], [1]]],
  [{ $elemMatch: { 0: 5 } }, [[[5, 6]], [{ 0: 5 }], [[1], [5]]], [[5], [[6, 5]]]],
  [{ $elemMatch: {} }, [[{}], [[]], [{ x: 1 }]], [[], [1], {}]],

  // Bits of whole numbers, going on with their sign, and of binaries, going on with zeros.
  [
    { $bitsAllSet: 5 },
    [5, 7n, new Double(13), decimal('5'), [5], -1, new Binary(Buffer.from([7]))],
    [4, 1.5, '5', nan, new Binary(Buffer.from([4]))],
  ],
  [{ $bitsAllSet: [0, 2] }, [5, -1], [4]],
  [{ $bitsAllSet: [100] }, [-1, -5n], [1, new Binary(Buffer.from([255]))]],
  [{ $bitsAllClear: [1, 100] }, [0, 5, new Binary(Buffer.from([5]))], [2, -1]],
  [{ $bitsAllClear: new Binary(Buffer.from([6])) }, [1, 9, new Binary(Buffer.from([1, 255]))], [2, 4]],
  [{ $bitsAnySet: 6 }, [2, 4n, -1], [1, 8, 0]],
  [{ $bitsAnyClear: [0, 1] }, [1, 2, 0], [3, 7]],
  [{ $bitsAllSet: 0 }, [0, 1, new Binary(Buffer.alloc(0))], ['x', 1.5]],
  [{ $bitsAnySet: [] }, [], [0, 1]],
];

const store = sharedStore();

test.each(CONDITIONS.map(([condition, ...values]) => [shown(condition), condition, ...values] as const))(
  'a: %s',
  async (_, condition, accepted, others) => {
    await expectMatching(store.db(), { a: condition }, documentsOf(accepted), documentsOf(others));
  },
);
