import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_MESSAGE_BYTES, MessageReader } from './message-reader.ts';

function message(size: number, fill: number): Buffer {
  const bytes = Buffer.alloc(size, fill);
  bytes.writeInt32LE(size, 0);
  return bytes;
}

test('gives the same messages however the stream is cut', () => {
  const sizes = fc.array(fc.integer({ min: 16, max: 400 }), { maxLength: 12 });
  const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(sizes, cuts, (lengths, pieces) => {
      const sent = lengths.map(message);
      const stream = Buffer.concat(sent);
      const reader = new MessageReader();
      const got: Buffer[] = [];
      for (let at = 0, cut = 0; at < stream.length; cut++) {
        const piece = pieces[cut % pieces.length] as number;
        got.push(...reader.push(Buffer.from(stream.subarray(at, at + piece))));
        at += piece;
      }
      expect(got).toEqual(sent);
      expect(reader.pending).toBe(0);
    }),
  );
});

test('holds what has arrived, not what is announced', () => {
  const reader = new MessageReader();
  const before = process.memoryUsage().arrayBuffers;
  expect(reader.push(message(64, 1).fill(0).subarray(0, 2))).toEqual([]);
  const announced = Buffer.alloc(14);
  announced.writeUInt16LE(MAX_MESSAGE_BYTES >>> 16, 0);
  expect(reader.push(announced)).toEqual([]);
  expect(reader.pending).toBe(16);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
});

test.each([[-1], [15], [MAX_MESSAGE_BYTES + 1]])('refuses a message of %i bytes', (size) => {
  const head = Buffer.alloc(16);
  head.writeInt32LE(size, 0);
  expect(() => new MessageReader().push(head)).toThrow('bytes');
});
