import { Double, deserialize, Long, serialize } from 'bson';
import { expect, test } from 'vitest';
import { decode } from '../bson-codec.ts';
import { spliceDocument } from './splice.ts';

const original = Buffer.from(
  serialize({ _id: 1, price: new Double(1), nested: { kept: new Double(2), n: 1 }, list: [new Double(3)], big: Long.fromNumber(5) }),
);

function splice(change: (document: ReturnType<typeof decode>) => void) {
  const after = decode(original);
  change(after);
  return spliceDocument(original, decode(original), after);
}

test('leaves the exact types of what an update does not touch', () => {
  const { bytes, changedFields } = splice((document) => {
    document.nested.n = 2;
    document.added = 'x';
  });
  const exact = deserialize(bytes, { promoteValues: false });
  expect(exact.price).toBeInstanceOf(Double);
  expect(exact.nested.kept).toBeInstanceOf(Double);
  expect(exact.big).toBeInstanceOf(Long);
  expect(deserialize(bytes)).toEqual({ _id: 1, price: 1, nested: { kept: 2, n: 2 }, list: [3], big: 5, added: 'x' });
  expect(changedFields).toEqual(new Set(['nested', 'added']));
});

test('tells what was removed, and that nothing was changed', () => {
  expect(splice((document) => delete document.list).changedFields).toEqual(new Set(['list']));
  const same = splice(() => undefined);
  expect(same.changedFields.size).toBe(0);
  expect(same.bytes.equals(original)).toBe(true);
});

test('takes another order of fields as a change', () => {
  const before = decode(original);
  const { _id, price, ...rest } = before;
  expect(spliceDocument(original, before, { _id, ...rest, price }).changedFields.size).toBeGreaterThan(0);
});
