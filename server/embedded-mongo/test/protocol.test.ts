import { type Document, serialize } from 'bson';
import { expect, test } from 'vitest';
import { body, checked, OP_MSG, OP_QUERY, query, RawClient, sequence } from './support/raw-client.ts';
import { startTestStore } from './support/test-store.ts';

/** A command with a field of no type there is. */
function broken(): Buffer {
  const bytes = Buffer.from(serialize({ ping: 1, $db: 'test' }));
  bytes[4] = 0x77;
  return bytes;
}

test('answers the first hello of a driver, sent as OP_QUERY, with an OP_REPLY', async () => {
  const { port } = await startTestStore();
  const client = new RawClient(port);
  client.send(
    OP_QUERY,
    query('admin.$cmd', { ismaster: 1, helloOk: true, client: { driver: { name: 'x' } }, compression: ['zstd'], unheardOf: 1 }),
  );
  const { opCode, responseTo, document } = await client.answer();
  expect({ opCode, responseTo }).toEqual({ opCode: 1, responseTo: 77 });
  expect(document).toMatchObject({
    ok: 1,
    ismaster: true,
    helloOk: true,
    minWireVersion: 0,
    maxWireVersion: 21,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    logicalSessionTimeoutMinutes: 30,
  });
  for (const field of ['setName', 'msg', 'hosts', 'topologyVersion', 'compression']) expect(document).not.toHaveProperty(field);
});

test('reads document sequences and checksums, in one message or byte by byte', async () => {
  const { port, db } = await startTestStore();
  const client = new RawClient(port);
  client.send(OP_MSG, checked(body({ insert: 'raw', $db: 'test' }, 1, sequence('documents', [{ _id: 1 }, { _id: 2 }]))));
  expect((await client.answer()).document).toMatchObject({ n: 2, ok: 1 });
  const header = Buffer.alloc(16);
  const ping = body({ ping: 1, $db: 'test' });
  header.writeInt32LE(ping.length + 16, 0);
  header.writeInt32LE(OP_MSG, 12);
  for (const byte of Buffer.concat([header, ping])) client.socket.write(Buffer.from([byte]));
  expect((await client.answer()).document).toEqual({ ok: 1 });
  expect(await db.collection('raw').countDocuments()).toBe(2);
});

test.each<[string, number, Buffer, number, Document]>([
  ['a query of old', OP_QUERY, query('test.c', {}), 1, { code: 5739101 }],
  ['a command of old', OP_QUERY, query('test.$cmd', { ping: 1 }), 1, { ok: 0, code: 352, codeName: 'UnsupportedOpQueryCommand' }],
  ['compression that was never agreed on', 2012, Buffer.alloc(9), OP_MSG, { ok: 0, code: 17, codeName: 'ProtocolError' }],
])('refuses %s by an answer, and goes on', async (_, opCode, content, answered, answer) => {
  const { port } = await startTestStore();
  const client = new RawClient(port);
  client.send(opCode, content);
  expect(await client.answer()).toMatchObject({ opCode: answered, responseTo: 77, document: answer });
  client.send(OP_MSG, body({ ping: 1, $db: 'test' }));
  expect((await client.answer()).document).toEqual({ ok: 1 });
});

test('never answers a message that wants no answer, and carries it out', async () => {
  const { port, db } = await startTestStore();
  const client = new RawClient(port);
  const moreToCome = 2;
  client.send(OP_MSG, body({ insert: 'quiet', $db: 'test', documents: [{ _id: 1 }], writeConcern: { w: 0 } }, moreToCome));
  client.send(OP_MSG, body({ nonsense: 1, $db: 'test' }, moreToCome));
  client.send(OP_MSG, Buffer.concat([Buffer.from([moreToCome, 0, 0, 0, 0]), broken()]));
  client.send(OP_MSG, body({ ping: 1, $db: 'test' }));
  expect((await client.answer()).document).toEqual({ ok: 1 });
  expect(await db.collection('quiet').countDocuments()).toBe(1);
});

test('answers pipelined messages in their order', async () => {
  const { port } = await startTestStore();
  const client = new RawClient(port);
  client.send(OP_MSG, body({ insert: 'ordered', $db: 'test', documents: [{ _id: 1 }] }));
  client.send(OP_MSG, body({ count: 'ordered', $db: 'test' }));
  expect((await client.answer()).document).toEqual({ n: 1, ok: 1 });
  expect((await client.answer()).document).toEqual({ n: 1, ok: 1 });
});

test('answers bad BSON in a good message, and goes on', async () => {
  const { port } = await startTestStore();
  const client = new RawClient(port);
  client.send(OP_MSG, Buffer.concat([Buffer.alloc(5), broken()]));
  expect((await client.answer()).document).toMatchObject({ ok: 0, code: 22, codeName: 'InvalidBSON' });
  client.send(OP_MSG, body({ ping: 1, $db: 'test' }));
  expect((await client.answer()).document).toEqual({ ok: 1 });
});

test('keeps the bytes of documents: doubles, long integers, symbols and regular expressions come back as they were', async () => {
  const { port } = await startTestStore();
  const client = new RawClient(port);
  // {_id: 1, d: 1.0 (double), s: symbol "x", r: /a/imx}
  const fields = Buffer.concat([
    Buffer.from([0x10]),
    Buffer.from('_id\0'),
    Buffer.from([1, 0, 0, 0]),
    Buffer.from([0x01]),
    Buffer.from('d\0'),
    Buffer.from([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]),
    Buffer.from([0x0e]),
    Buffer.from('s\0'),
    Buffer.from([2, 0, 0, 0]),
    Buffer.from('x\0'),
    Buffer.from([0x0b]),
    Buffer.from('r\0a\0imx\0'),
  ]);
  const document = Buffer.concat([Buffer.alloc(4), fields, Buffer.from([0])]);
  document.writeInt32LE(document.length, 0);
  const head = Buffer.alloc(5 + 'documents\0'.length);
  head[0] = 1;
  head.writeInt32LE(document.length + 4 + 'documents\0'.length, 1);
  head.write('documents\0', 5);
  client.send(OP_MSG, body({ insert: 'bytes', $db: 'test' }, 0, Buffer.concat([head, document])));
  expect((await client.answer()).document).toMatchObject({ n: 1, ok: 1 });
  client.send(OP_MSG, body({ update: 'bytes', $db: 'test', updates: [{ q: { _id: 1 }, u: { $set: { added: true } } }] }));
  expect((await client.answer()).document).toMatchObject({ nModified: 1 });
  const sent = new Promise<Buffer>((resolve) => client.socket.once('data', resolve));
  client.send(OP_MSG, body({ find: 'bytes', $db: 'test', filter: { d: 1, s: 'x' } }));
  expect((await sent).includes(fields.subarray(9))).toBe(true);
});

test('gives cursor numbers as 64-bit integers', async () => {
  const { port, db } = await startTestStore();
  await db.collection('many').insertMany(Array.from({ length: 5 }, (_, _id) => ({ _id: _id as never })));
  const client = new RawClient(port);
  client.send(OP_MSG, body({ find: 'many', $db: 'test', batchSize: 2 }));
  const { cursor } = (await client.answer()).document;
  expect(cursor.firstBatch).toHaveLength(2);
  expect(typeof cursor.id).toBe('bigint');
  client.send(OP_MSG, body({ getMore: cursor.id, collection: 'many', $db: 'test' }));
  expect((await client.answer()).document.cursor).toMatchObject({ id: 0n, nextBatch: [{ _id: 2 }, { _id: 3 }, { _id: 4 }] });
});
