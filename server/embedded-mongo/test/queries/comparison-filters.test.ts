import { Binary, BSONSymbol, Code, Double, Long, ObjectId, Timestamp } from 'mongodb';
import { test } from 'vitest';
import { date, decimal, EVERY_TYPE, id, MISSING, max, min, nan, notAmong, regex } from '../support/every-type.ts';
import { documentsOf, expectMatching, shown } from '../support/expect-matching.ts';
import { sharedStore } from '../support/shared-store.ts';

/** A condition on `a`, the values of `a` it accepts and those it does not. */
const CONDITIONS: [condition: unknown, accepted: unknown[], others: unknown[]][] = [
  // Equality: across numeric types and to the last digit, type by type otherwise.
  [5, [5, 5n, new Double(5), decimal('5.00'), [1, 5]], [4, '5', [[5]], true, MISSING, { x: 5 }]],
  [0, [0, -0, 0n, decimal('-0E+3')], [false, null, '', nan]],
  [0.1, [0.1], [decimal('0.1')]],
  [decimal('0.1'), [decimal('0.10')], [0.1, decimal('0.1000000000000000055511151231257827')]],
  [2n ** 53n + 1n, [Long.fromBigInt(2n ** 53n + 1n), decimal('9007199254740993')], [2 ** 53, 2n ** 53n, 2n ** 53n + 2n]],
  [nan, [nan, decimal('NaN'), [nan]], [0, Number.POSITIVE_INFINITY, null, 'NaN']],
  [Number.POSITIVE_INFINITY, [Number.POSITIVE_INFINITY, decimal('Infinity')], [Number.NEGATIVE_INFINITY, 1e308, decimal('1E+6000')]],
  ['x', ['x', new BSONSymbol('x'), ['y', 'x']], ['X', 'xy', regex('x'), { x: 'x' }]],
  [true, [true, [true]], [1, 'true', false]],
  [null, [null, MISSING, [null], [1, null]], [0, false, '', [], [[]], [[null]], {}]],
  [date, [new Date(date), [date]], [date.getTime(), new Date(0), new Timestamp({ t: 1, i: 1 })]],
  [id, [new ObjectId(id), [id]], [id.toHexString(), new ObjectId()]],
  [new Binary(Buffer.from('ab')), [new Binary(Buffer.from('ab'))], [new Binary(Buffer.from('ab'), 5), new Binary(Buffer.from('a')), 'ab']],
  [new Timestamp({ t: 1, i: 1 }), [new Timestamp({ t: 1, i: 1 })], [new Timestamp({ t: 1, i: 2 }), new Date(1000)]],
  [min, [min, [min]], notAmong('MinKey')],
  [max, [max, [1, max]], notAmong('MaxKey')],
  [new Code('f'), [new Code('f')], [new Code('g'), new Code('f', {}), 'f']],
  // Documents are equal with the same fields in the same order.
  [
    { x: 1, y: 2 },
    [{ x: 1, y: 2 }, { x: 1n, y: decimal('2') }, [{ x: 1, y: 2 }]],
    [{ y: 2, x: 1 }, { x: 1 }, { x: 1, y: 2, z: 3 }, [[{ x: 1, y: 2 }]]],
  ],
  [{}, [{}, [{}]], [{ x: 1 }, [], null, MISSING]],
  [{ x: null }, [{ x: null }], [{}, { x: [null] }]],
  [{ x: [1, { y: 2 }] }, [{ x: [1, { y: 2 }] }], [{ x: [{ y: 2 }, 1] }, { x: [1, { y: [2] }] }]],
  // An array is equal as a whole, or as an element of one.
  [
    [1, 2],
    [
      [1, 2],
      [[1, 2], 3],
    ],
    [[2, 1], [1], [1, 2, 3], [[[1, 2]]], 1],
  ],
  [[], [[], [[]], [1, []]], [[1], null, MISSING, [[[]]], {}]],
  [[[1]], [[[1]], [[[1]], 2]], [[1], 1]],
  [[null], [[null], [[null]]], [[], null]],

  // Comparison within one type.
  [{ $gt: 2 }, [3, 2.5, 3n, decimal('2.0000001'), [1, 3], Number.POSITIVE_INFINITY], [2, 1, nan, '3', [[3]], null, true, date, max]],
  [{ $gte: 2 }, [2, 2n, decimal('2.0'), 3], [1, nan, '2', MISSING]],
  [{ $lt: 2 }, [1, -5n, Number.NEGATIVE_INFINITY, [5, 1]], [2, nan, null, MISSING, '1', min, [], {}]],
  [{ $lte: 2 }, [2, 1, new Double(2)], [3, nan, null]],
  [{ $gt: 2n ** 53n }, [2n ** 53n + 1n, decimal('9007199254740992.5'), 2 ** 54], [2 ** 53, 2n ** 53n]],
  [{ $lt: decimal('0.1') }, [0, decimal('0.0999')], [0.1, decimal('0.1')]],
  [{ $gt: decimal('0.1') }, [0.1, 1], [decimal('0.1')]],
  [{ $gt: decimal('1E+400') }, [Number.POSITIVE_INFINITY, decimal('2E+400')], [Number.MAX_VALUE, decimal('1E+400')]],
  [{ $lt: decimal('-1E-6000') }, [-Number.MIN_VALUE, -1, decimal('-1E-5999')], [0, -0, decimal('-1E-6000')]],
  [{ $gte: nan }, [nan, decimal('NaN')], [0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, null]],
  [{ $lte: decimal('NaN') }, [nan], [0, Number.NEGATIVE_INFINITY]],
  [{ $gt: nan }, [], [nan, 0, Number.POSITIVE_INFINITY]],
  [{ $lt: nan }, [], [nan, 0]],
  [{ $gt: 'b' }, ['ba', 'c', 'é', new BSONSymbol('z'), ['a', 'z']], ['b', 'B', '', 5, null, regex('z')]],
  [{ $lte: '' }, ['', ['', 1]], ['a', MISSING, null]],
  [{ $gt: null }, [], EVERY_TYPE],
  [{ $gte: null }, [null, MISSING, [null]], notAmong('null', 'missing')],
  [{ $lte: null }, [null, MISSING], notAmong('null', 'missing')],
  [{ $gt: { x: 1 } }, [{ x: 2 }, { x: 1, y: 0 }, { y: 0 }, { x: '' }], [{ x: 1 }, {}, 5, [5]]],
  [{ $lt: { x: 1 } }, [{}, { x: 0 }, { x: null }], [{ x: 1 }, [], MISSING]],
  [{ $gt: [1] }, [[2], [1, 0], [[1, 1]], ['a']], [[1], [], 5, [0, 9]]],
  [{ $lte: [1] }, [[1], [], [0, 9], [null]], [[2], 1, MISSING]],
  [{ $gt: false }, [true, [true]], [false, 1, 'true']],
  [{ $gt: date }, [new Date(date.getTime() + 1)], [date, date.getTime() + 1, new Timestamp({ t: 2 ** 31, i: 1 })]],
  [{ $lt: new Date(0) }, [new Date(-1)], [new Date(0), -1, null]],
  [{ $gt: id }, [new ObjectId('64b000000000000000000002')], [id, 'z']],
  [
    { $gt: new Binary(Buffer.from('b')) },
    [new Binary(Buffer.from('c')), new Binary(Buffer.from('aa')), new Binary(Buffer.from('a'), 5)],
    [new Binary(Buffer.from('a')), 'c'],
  ],
  // Everything is above MinKey and below MaxKey, even what is missing.
  [{ $gt: min }, notAmong('MinKey'), [min]],
  [{ $gte: min }, EVERY_TYPE, []],
  [{ $lte: min }, [min], notAmong('MinKey')],
  [{ $lt: min }, [], EVERY_TYPE],
  [{ $lt: max }, notAmong('MaxKey'), [max]],
  [{ $gte: max }, [max], notAmong('MaxKey')],
  [{ $gt: 1, $lt: 4 }, [2, [0, 9], [9, 0]], [1, 4, [0, 1], []]],
  [{ $gt: 5, $lt: 3 }, [[1, 9]], [4, 1, 9]],

  // $ne, $nin: no value at all is equal.
  [{ $ne: 1 }, [2, '1', null, MISSING, [], [2], [[1]]], [1, 1n, [1, 2]]],
  [{ $ne: null }, [1, [], [1], {}, false], [null, MISSING, [null]]],
  [{ $ne: [1] }, [[2], 1, []], [[1], [[1], 2]]],
  [{ $nin: [1, null] }, [2, [2], []], [1, null, MISSING, [1]]],
  [{ $nin: [regex('^a')] }, ['b', 5, MISSING], ['a', ['b', 'ab']]],
  [{ $nin: [] }, EVERY_TYPE, []],

  // $in: values, nulls, whole arrays, patterns.
  [{ $in: [1, 'x'] }, [1, 1n, 'x', new BSONSymbol('x'), [3, 1]], [2, 'y', [[1]], null]],
  [{ $in: [null] }, [null, MISSING, [null]], [0, [], false]],
  [{ $in: [] }, [], EVERY_TYPE],
  [{ $in: [[1, 2], 3] }, [[1, 2], 3, [3], [[1, 2]]], [[2, 1], 1, [1]]],
  [{ $in: [[]] }, [[], [[]]], [null, [1]]],
  [{ $in: [{ x: 1 }] }, [{ x: 1 }, [{ x: 1 }]], [{ x: 2 }, { x: 1, y: 1 }]],
  [{ $in: [regex('^a'), 5] }, ['ab', ['x', 'a'], 5, regex('^a')], ['ba', regex('a')]],
  [{ $in: [regex('B', 'i')] }, ['abc', 'B'], ['c', 5]],
  [{ $in: [nan, 0] }, [nan, -0, 0n], [1, null]],
  [{ $in: [decimal('0.1'), 2n ** 53n + 1n] }, [decimal('0.1'), 2n ** 53n + 1n], [0.1, 2 ** 53]],
  [{ $in: [min, max] }, [min, max], notAmong('MinKey', 'MaxKey')],
];

const store = sharedStore();

test.each(CONDITIONS.map(([condition, ...values]) => [shown(condition), condition, ...values] as const))(
  'a: %s',
  async (_, condition, accepted, others) => {
    await expectMatching(store.db(), { a: condition }, documentsOf(accepted), documentsOf(others));
  },
);
