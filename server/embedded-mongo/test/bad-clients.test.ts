import { deserialize } from 'bson';
import { expect, test } from 'vitest';
import { body, OP_MSG, RawClient } from './support/raw-client.ts';
import { startTestStore } from './support/test-store.ts';

const PING = body({ ping: 1, $db: 'test' });
const garbage = Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');

/** A header alone. */
function announcement(length: number): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  return head;
}

test.each<[string, (client: RawClient) => void]>([
  ['garbage', (client) => client.socket.write(garbage)],
  ['an oversized message', (client) => client.socket.write(announcement(48_000_001))],
  ['a negative length', (client) => client.send(OP_MSG, Buffer.alloc(0), -5)],
  ['a truncated message', (client) => client.socket.end(Buffer.from([100, 0, 0, 0, 1, 0]))],
  ['an unknown operation', (client) => client.send(4711, Buffer.alloc(4))],
  ['a write from before OP_MSG', (client) => client.send(2002, Buffer.concat([Buffer.alloc(4), Buffer.from('test.c\0'), Buffer.alloc(5)]))],
  ['unknown required flags', (client) => client.send(OP_MSG, body({ ping: 1, $db: 'test' }, 1 << 3))],
  ['a wrong checksum', (client) => client.send(OP_MSG, Buffer.concat([body({ ping: 1, $db: 'test' }, 1), Buffer.from([1, 2, 3, 4])]))],
  ['a section longer than its message', (client) => client.send(OP_MSG, Buffer.from([0, 0, 0, 0, 0, 255, 0, 0, 0]))],
  ['a section of an unknown kind', (client) => client.send(OP_MSG, Buffer.concat([PING, Buffer.from([7, 5, 0, 0, 0, 0])]))],
  ['two bodies', (client) => client.send(OP_MSG, Buffer.concat([PING, PING.subarray(4)]))],
  ['no section', (client) => client.send(OP_MSG, Buffer.alloc(4))],
  ['an empty message', (client) => client.send(OP_MSG, Buffer.alloc(0))],
  [
    'a document sequence out of bounds',
    (client) => client.send(OP_MSG, body({ insert: 'x', $db: 'test' }, 0, Buffer.from([1, 14, 0, 0, 0, 100, 0, 99, 0, 0, 0, 0, 0, 0, 0]))),
  ],
])('closes only the connection that sends %s', async (_, misbehave) => {
  const { port, db } = await startTestStore();
  const good = new RawClient(port);
  const bad = new RawClient(port);
  misbehave(bad);
  await bad.closed();
  good.send(OP_MSG, PING);
  expect((await good.answer()).document).toEqual({ ok: 1 });
  expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
});

test('does not wait for ever for the rest of a message, and for nothing as long as one likes', async () => {
  const { port, db } = await startTestStore({ messageTimeout: 50 });
  const idle = new RawClient(port);
  const slow = new RawClient(port);
  slow.socket.write(announcement(1_000_000));
  await slow.closed();
  idle.send(OP_MSG, PING);
  expect((await idle.answer()).document).toEqual({ ok: 1 });
  expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
});

test('serves on while a thousand clients hold connections open and messages unfinished', async () => {
  const { port, db } = await startTestStore();
  const crowd = Array.from({ length: 1000 }, () => new RawClient(port));
  for (const client of crowd) client.socket.write(announcement(40_000_000));
  await expect.poll(async () => (await db.command({ serverStatus: 1 })).connections.current, { timeout: 20_000 }).toBeGreaterThan(1000);
  await db.collection('c').insertOne({ n: 1 });
  expect(await db.collection('c').countDocuments()).toBe(1);
  for (const client of crowd) client.socket.destroy();
  await expect.poll(async () => (await db.command({ serverStatus: 1 })).connections.current, { timeout: 10_000 }).toBeLessThan(10);
});

test('answers no further to a client that does not read, and everything once it does', async () => {
  const { port, db } = await startTestStore();
  await db.collection<{ _id: number; text: string }>('c').insertOne({ _id: 1, text: 'x'.repeat(1_000_000) });
  const client = new RawClient(port);
  client.socket.pause();
  const asked = 100;
  for (let i = 0; i < asked; i++) client.send(OP_MSG, body({ find: 'c', $db: 'test' }));
  let answered = 0;
  const hasStopped = async () => {
    const before = answered;
    answered = (await db.command({ serverStatus: 1 })).opcounters.query;
    return answered > 0 && answered === before;
  };
  await expect.poll(hasStopped, { timeout: 10_000 }).toBe(true);
  expect(answered).toBeLessThan(asked / 2);
  client.socket.resume();
  for (let i = 0; i < asked; i++) expect((await client.answer()).document.ok).toBe(1);
});

test('a client that leaves in the middle of a long answer takes nothing with it', async () => {
  const { port, db } = await startTestStore();
  await db.collection<{ _id: number; n: number }>('c').insertMany(Array.from({ length: 5000 }, (_, n) => ({ _id: n, n })));
  const leaving = new RawClient(port);
  leaving.send(OP_MSG, body({ find: 'c', $db: 'test', batchSize: 5000 }));
  leaving.socket.destroy();
  await leaving.closed();
  expect(await db.collection('c').countDocuments()).toBe(5000);
});

test('refuses bytes that are no BSON, whatever they hide', async () => {
  const { port } = await startTestStore();
  const client = new RawClient(port);
  for (let position = 4; position < PING.length - 5; position++) {
    const broken = Buffer.from(PING);
    broken[position + 5] = 0xff;
    const answer = await new Promise<Buffer | undefined>((resolve) => {
      const other = new RawClient(port);
      other.socket.once('data', resolve);
      void other.closed().then(() => resolve(undefined));
      other.send(OP_MSG, broken);
    });
    if (answer) expect(deserialize(answer.subarray(21))).toHaveProperty('ok');
  }
  client.send(OP_MSG, PING);
  expect((await client.answer()).document).toEqual({ ok: 1 });
});
