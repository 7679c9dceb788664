import { serialize } from 'bson';
import { expect, test } from 'vitest';
import { body, OP_MSG, OP_QUERY, RawClient } from './support/raw-client.ts';
import { startTestStore } from './support/test-store.ts';

const oversized = Buffer.alloc(16);
oversized.writeInt32LE(48_000_001, 0);
const garbage = Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');

test.each<[string, (client: RawClient) => void]>([
  ['garbage', (client) => client.socket.write(garbage)],
  ['an oversized message', (client) => client.socket.write(oversized)],
  ['a negative length', (client) => client.send(OP_MSG, Buffer.alloc(0), -5)],
  ['a truncated message', (client) => client.socket.end(Buffer.from([100, 0, 0, 0, 1, 0]))],
  ['an unknown operation', (client) => client.send(2001, Buffer.alloc(4))],
  ['compression that was never agreed on', (client) => client.send(2012, Buffer.alloc(9))],
  ['unknown required flags', (client) => client.send(OP_MSG, body({ ping: 1, $db: 'test' }, 1 << 3))],
  ['a section longer than its message', (client) => client.send(OP_MSG, Buffer.from([0, 0, 0, 0, 0, 255, 0, 0, 0]))],
  ['no section', (client) => client.send(OP_MSG, Buffer.alloc(4))],
  [
    'a document sequence out of bounds',
    (client) => client.send(OP_MSG, body({ insert: 'x', $db: 'test' }, 0, Buffer.from([1, 14, 0, 0, 0, 100, 0, 99, 0, 0, 0, 0, 0, 0, 0]))),
  ],
  [
    'an OP_QUERY on a collection',
    (client) => client.send(OP_QUERY, Buffer.concat([Buffer.alloc(4), Buffer.from('test.c\0'), Buffer.alloc(8), serialize({})])),
  ],
])('closes only the connection that sends %s', async (_, misbehave) => {
  const { port, db } = await startTestStore();
  const good = new RawClient(port);
  const bad = new RawClient(port);
  misbehave(bad);
  await bad.closed();
  good.send(OP_MSG, body({ ping: 1, $db: 'test' }));
  expect((await good.answer()).document).toEqual({ ok: 1 });
  expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
});
