import { Binary } from 'mongodb';
import { expect, test } from 'vitest';
import { evaluated, exactly, refusal } from '../support/evaluated.ts';
import { double, FIELDS, long } from '../support/expression-fields.ts';
import { sharedStore } from '../support/shared-store.ts';

const store = sharedStore();

test.each<[unknown, unknown]>([
  // Paths: arrays on the way give arrays of what their documents have there, arrays in arrays are not entered.
  ['$a', [3, 1, 2]],
  ['$missing', undefined],
  ['$docs.v', [1, long(2)]],
  ['$deep.list.b.c', [[1, 2], 3]],
  ['$docs.0', []],
  ['$$ROOT.two', double(2)],
  ['$$CURRENT.n', null],
  ['$$REMOVE', undefined],
  [
    { x: '$n', y: '$missing', z: { q: '$two' } },
    { x: null, z: { q: double(2) } },
  ],
  [
    ['$n', '$missing', '$two'],
    [null, null, double(2)],
  ],
  [{}, {}],
  [{ $literal: '$a' }, '$a'],
  [{ $literal: { $add: [1, 2] } }, { $add: [1, 2] }],
  [{ $const: double(1) }, double(1)],
  [{ $let: { vars: { x: 1, y: '$two' }, in: { $add: ['$$x', '$$y'] } } }, double(3)],
  [{ $let: { vars: { x: 1 }, in: { $let: { vars: { x: 2, y: '$$x' }, in: ['$$x', '$$y'] } } } }, [2, 1]],
  [{ $let: { vars: { d: '$deep' }, in: '$$d.list.b' } }, [[{ c: 1 }, { c: 2 }], { c: 3 }, 4]],
  [{ $let: { vars: { CURRENT: { $arrayElemAt: ['$docs', 0] } }, in: '$k' } }, 'x'],
  [
    { $objectToArray: { a: 1, b: { c: '$two' } } },
    [
      { k: 'a', v: 1 },
      { k: 'b', v: { c: double(2) } },
    ],
  ],
  [{ $objectToArray: '$n' }, null],
  [
    {
      $arrayToObject: [
        [
          ['a', 1],
          ['b', '$two'],
          ['a', 3],
        ],
      ],
    },
    { a: 3, b: double(2) },
  ],
  [{ $arrayToObject: [[{ k: 'x', v: null }]] }, { x: null }],
  [{ $arrayToObject: '$e' }, {}],
  [{ $arrayToObject: '$n' }, null],
  [{ $mergeObjects: [{ a: 1, b: 1 }, '$n', { b: '$two', c: 3 }] }, { a: 1, b: double(2), c: 3 }],
  [{ $mergeObjects: [] }, {}],
  [{ $getField: 'two' }, double(2)],
  [{ $getField: { field: 'a.b', input: '$deep' } }, 1],
  [{ $getField: { field: { $literal: '$d' }, input: '$deep' } }, 2],
  [{ $getField: { field: 'x', input: '$n' } }, null],
  [{ $getField: { field: 'x', input: 5 } }, undefined],
  [{ $setField: { field: 'a.b', input: { x: 1 }, value: '$two' } }, { x: 1, 'a.b': double(2) }],
  [{ $setField: { field: 'x', input: { x: 1, y: 2 }, value: '$$REMOVE' } }, { y: 2 }],
  [{ $setField: { field: 'x', input: null, value: 1 } }, null],
  [{ $unsetField: { field: 'x', input: { x: 1, y: 2 } } }, { y: 2 }],
  [{ $bsonSize: { a: 1 } }, 12],
  [{ $bsonSize: '$n' }, null],
  [{ $binarySize: 'é' }, 2],
  [{ $binarySize: { $literal: new Binary(Buffer.from('abc')) } }, 3],
])('%j is %j', async (expression, expected) => {
  expect(await evaluated(store.db(), expression, FIELDS)).toBe(exactly({ v: expected }));
});

test.each<[unknown, number]>([
  ['$', 16872],
  ['$a.', 40353],
  ['$a..b', 15998],
  ['$.a', 15998],
  ['$a.$b', 16410],
  ['$$nobody', 17276],
  ['$$CLUSTER_TIME', 51144],
  ['$$', 16869],
  ['$$1x', 16870],
  ['$$a-b', 16871],
  [{ $nothing: 1 }, 168],
  [{ $add: [1, 2], $subtract: [1, 2] }, 15983],
  [{ a: 1, $b: 2 }, 16410],
  [{ x: { 'a.b': '$c', $d: 1 } }, 16412],
  [{ $function: { body: 'x', args: [], lang: 'js' } }, 31264],
  [{ $meta: 'textScore' }, 40218],
  [{ $let: 1 }, 16874],
  [{ $let: { vars: {}, in: 1, x: 1 } }, 16875],
  [{ $let: { in: 1 } }, 16876],
  [{ $let: { vars: {} } }, 16877],
  [{ $let: { vars: { ROOT: 1 }, in: 1 } }, 16867],
  [{ $let: { vars: { 'a-b': 1 }, in: 1 } }, 16868],
  [{ $let: { vars: { x: '$$y', y: 1 }, in: 1 } }, 17276],
  [{ $objectToArray: 1 }, 40390],
  [{ $arrayToObject: 1 }, 40386],
  [{ $arrayToObject: [[1]] }, 40398],
  [{ $arrayToObject: [[['a', 1], { k: 'b', v: 1 }]] }, 40396],
  [{ $arrayToObject: [[['a', 1, 2]]] }, 40397],
  [{ $arrayToObject: [[[1, 1]]] }, 40395],
  [{ $arrayToObject: [[{ k: 'a', v: 1 }, ['b', 1]]] }, 40391],
  [{ $arrayToObject: [[{ k: 'a' }]] }, 40392],
  [{ $arrayToObject: [[{ k: 'a', w: 1 }]] }, 40393],
  [{ $arrayToObject: [[{ k: 1, v: 1 }]] }, 40394],
  [{ $mergeObjects: [{}, 1] }, 40400],
  [{ $getField: '$a' }, 5654600],
  [{ $getField: { $concat: ['$n', 'x'] } }, 5654601],
  [{ $getField: 5 }, 5654602],
  [{ $getField: { field: 'a', x: 1 } }, 3041701],
  [{ $getField: { input: '$a' } }, 3041702],
  [{ $getField: { field: 'a' } }, 3041703],
  [{ $setField: 1 }, 4161100],
  [{ $setField: { field: 'a', input: {}, value: 1, x: 1 } }, 4161101],
  [{ $setField: { input: {}, value: 1 } }, 4161102],
  [{ $setField: { field: 'a', input: {} } }, 4161103],
  [{ $setField: { field: 'a', value: 1 } }, 4161109],
  [{ $setField: { field: 'a', input: 1, value: 1 } }, 4161105],
  [{ $setField: { field: 1, input: {}, value: 1 } }, 4161107],
  [{ $setField: { field: '$a', input: {}, value: 1 } }, 4161108],
  [{ $unsetField: { field: 'a', input: {}, value: 1 } }, 4161101],
  [{ $bsonSize: 1 }, 31393],
  [{ $binarySize: 1 }, 51276],
])('%j is refused with %d', async (expression, code) => {
  expect(await refusal(store.db(), expression, FIELDS)).toBe(code);
});
