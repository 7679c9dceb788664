import { Decimal128, Double, Long } from 'mongodb';

export const dec = (text: string) => Decimal128.fromString(text);
export const long = (value: number) => Long.fromNumber(value);
export const double = (value: number) => new Double(value);

/** The document whose fields the expressions of the tests name: arrays, documents in arrays, odd names, nothing. */
export const FIELDS = {
  a: [3, 1, 2],
  e: [],
  n: null,
  docs: [{ k: 'x', v: 1 }, { k: 'y', v: long(2) }, { k: 'z', w: 3 }, 5],
  deep: { list: [{ b: [{ c: 1 }, { c: 2 }] }, { b: { c: 3 } }, { b: 4 }], 'a.b': 1, $d: 2 },
  two: double(2),
};
