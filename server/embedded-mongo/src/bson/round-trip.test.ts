import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  type Document,
  Double,
  deserialize,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, decodeFields, decodeForArithmetic, encode } from '../bson-codec.ts';
import { fieldNames } from './field-order.ts';
import { typeName } from './value-type.ts';

/** The bytes of one element `a`, and the name of its type. */
const ELEMENTS: [type: string, bytes: number[] | Buffer][] = [
  ['double', [0x01, 0x61, 0, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]],
  ['double', [0x01, 0x61, 0, 0, 0, 0, 0, 0, 0, 0, 0x80]],
  ['double', [0x01, 0x61, 0, 0, 0, 0, 0, 0, 0, 0xe0, 0x41]],
  ['int', [0x10, 0x61, 0, 0xff, 0xff, 0xff, 0x7f]],
  ['long', [0x12, 0x61, 0, 1, 0, 0, 0, 0, 0, 0, 0]],
  ['long', [0x12, 0x61, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
  ['undefined', [0x06, 0x61, 0]],
  ['dbPointer', [0x0c, 0x61, 0, 2, 0, 0, 0, 0x62, 0, ...new Uint8Array(12)]],
  ['date', [0x09, 0x61, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
  ['date', [0x09, 0x61, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['binData', [0x05, 0x61, 0, 6, 0, 0, 0, 2, 2, 0, 0, 0, 7, 8]],
  ['binData', [0x05, 0x61, 0, 1, 0, 0, 0, 0x80, 7]],
  ['string', [0x02, 0x61, 0, 3, 0, 0, 0, 0x62, 0, 0]],
  ['regex', [0x0b, 0x61, 0, 0x62, 0, 0x69, 0x6d, 0]],
  ['regex', [0x0b, 0x61, 0, 0x62, 0, 0x67, 0]],
  ...(
    [
      ['symbol', new BSONSymbol('x')],
      ['javascript', new Code('f')],
      ['javascriptWithScope', new Code('f', { x: new Double(1) })],
      ['timestamp', new Timestamp({ t: 0xffffffff, i: 0xffffffff })],
      ['decimal', Decimal128.fromString('1.00')],
      ['decimal', Decimal128.fromString('NaN')],
      ['objectId', new ObjectId()],
      ['minKey', new MinKey()],
      ['maxKey', new MaxKey()],
      ['object', { x: [new Double(1), { '1': 1 }], $ref: 'c', $id: 1 }],
      ['bool', false],
      ['null', null],
    ] as const
  ).map(([type, a]): [string, Buffer] => [type, Buffer.from(serialize({ a })).subarray(4, -1)]),
];

function documentOf(element: number[] | Buffer): Buffer {
  const bytes = Buffer.from([0, 0, 0, 0, ...element, 0]);
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}

test.each(ELEMENTS)('keeps a %s to the last byte', (type, element) => {
  const bytes = documentOf(element);
  const document = decode(bytes);
  expect(typeName(document.a)).toBe(type);
  expect(encode(document)).toEqual(bytes);
});

test('keeps the order of fields whose names look like positions', () => {
  const document = documentOf([0x10, 0x62, 0, 1, 0, 0, 0, 0x10, 0x30, 0, 2, 0, 0, 0, 0x10, 0x61, 0, 3, 0, 0, 0]);
  const decoded = decode(document);
  expect(fieldNames(decoded)).toEqual(['b', '0', 'a']);
  expect(encode(decoded)).toEqual(document);
  decoded.z = 1;
  delete decoded.b;
  expect(fieldNames(decode(encode(decoded)))).toEqual(['0', 'a', 'z']);
});

test('takes every name for a field', () => {
  const names = ['__proto__', 'constructor', '_bsontype', 'toBSON', 'length', ''];
  const element = names.flatMap((name) => [0x08, ...Buffer.from(name), 0, 1]);
  const decoded = decode(documentOf(element));
  expect(Object.keys(decoded)).toEqual(names);
  expect(({} as Document).polluted).toBeUndefined();
  expect(encode(decoded)).toEqual(documentOf(element));
});

/** What the library reads and writes as well: everything but its conversions. */
const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noDefaultInfinity: false }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.boolean(),
  fc.constant(null),
  fc.date(),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => new Binary(bytes, 0)),
  fc
    .tuple(
      fc.string().map((text) => text.replaceAll('\0', '')),
      fc.constantFrom('', 'i', 'imsx'),
    )
    .map(([pattern, options]) => new BSONRegExp(pattern, options)),
);
const name = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''));
const { document } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, fc.array(tie('value'), { maxLength: 4 }), tie('document')),
  document: fc.dictionary(name, tie('value'), { maxKeys: 5 }),
}));

test('writes what the library of the drivers reads, and reads what it writes', () => {
  const options = { useBigInt64: true, bsonRegExp: true, promoteBuffers: false } as const;
  fc.assert(
    fc.property(document, (original) => {
      const bytes = Buffer.from(serialize(original as Document));
      expect(encode(decode(bytes))).toEqual(bytes);
      expect(deserialize(encode(original as Document), options)).toEqual(deserialize(bytes, options));
    }),
  );
});

test('reads some fields alone as it reads them among all', () => {
  fc.assert(
    fc.property(document, fc.uniqueArray(name, { maxLength: 3 }), (original, extra) => {
      const bytes = encode(original as Document);
      const all = decode(bytes);
      const wanted = new Set([...Object.keys(all).slice(0, 2), ...extra]);
      const expected = Object.fromEntries(Object.entries(all).filter(([field]) => wanted.has(field)));
      expect({ ...decodeFields(bytes, wanted) }).toEqual(expected);
    }),
  );
});

test('reads plain numbers for those who compute', () => {
  const bytes = serialize({ a: new Double(1), b: Long.fromNumber(5), c: Long.MAX_VALUE, d: new BSONSymbol('x') });
  expect(decodeForArithmetic(bytes)).toEqual({ a: 1, b: 5, c: Long.MAX_VALUE, d: 'x' });
});

const nested = (depth: number): Buffer => (depth === 0 ? documentOf([]) : documentOf([0x03, 0x61, 0, ...nested(depth - 1)]));

test.each<[string, Buffer, number]>([
  ['nothing', Buffer.alloc(0), 22],
  ['a length beyond the end', Buffer.from([9, 0, 0, 0, 0]), 22],
  ['a length of nothing', Buffer.from([4, 0, 0, 0, 0]), 22],
  ['bytes behind the document', Buffer.from([5, 0, 0, 0, 0, 0]), 22],
  ['no end', Buffer.from([5, 0, 0, 0, 1]), 22],
  ['an unknown type', documentOf([0x42, 0x61, 0]), 22],
  ['a name without end', documentOf([0x0a, 0x61]), 22],
  ['a value cut short', documentOf([0x12, 0x61, 0, 1]), 22],
  ['a string without end', documentOf([0x02, 0x61, 0, 2, 0, 0, 0, 0x62, 0x62]), 22],
  ['a string of no bytes', documentOf([0x02, 0x61, 0, 0, 0, 0, 0]), 22],
  ['a string of negative length', documentOf([0x02, 0x61, 0, 0xff, 0xff, 0xff, 0xff, 0]), 22],
  ['a boolean of 2', documentOf([0x08, 0x61, 0, 2]), 22],
  ['a document longer than its holder', documentOf([0x03, 0x61, 0, 9, 0, 0, 0, 0]), 22],
  ['an old binary without its second length', documentOf([0x05, 0x61, 0, 2, 0, 0, 0, 2, 0, 0]), 22],
  ['a code with scope of another length', documentOf([0x0f, 0x61, 0, 16, 0, 0, 0, 2, 0, 0, 0, 0x66, 0, 5, 0, 0, 0, 0, 0]), 22],
  ['documents nested 201 deep', nested(200), 15],
])('refuses %s', (_, bytes, code) => {
  expect(() => decode(bytes)).toThrow(expect.objectContaining({ code }));
});

test('reads documents nested 200 deep', () => {
  expect(encode(decode(nested(199)))).toEqual(nested(199));
});

test('never reads beyond garbled bytes', () => {
  fc.assert(
    fc.property(document, fc.nat(), fc.nat(255), (original, place, byte) => {
      const bytes = encode(original as Document);
      bytes[4 + (place % (bytes.length - 4))] = byte;
      try {
        decode(bytes);
      } catch (error) {
        expect([22, 15]).toContain((error as { code?: number }).code ?? (error as Error).name);
      }
    }),
  );
});
