import { COLLAB_CLOSE } from '@beffroi/shared/collab/close-codes';
import { SAVED_QUESTION } from '@beffroi/shared/collab/saved-question';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { readUnsent } from './kept-documents.ts';
import { openLiveDocument } from './live-document.ts';

/** The server's side of the room, in memory. */
let room: Doc;
let sockets: FakeSocket[];
/** Whether a connection is answered. */
let reachable: boolean;
/** Whether a connection is neither answered nor refused. */
let swallowed: boolean;

class FakeSocket {
  readonly OPEN = 1;
  readyState = 1;
  readonly url: string;
  binaryType = 'arraybuffer';
  questions: number[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(url: string) {
    this.url = url;
    sockets.push(this);
    if (!swallowed) setTimeout(() => (reachable ? this.open() : this.drop(1006)), 1);
  }
  private open() {
    this.onopen?.();
    const encoder = createEncoder();
    writeVarUint(encoder, 0);
    writeSyncStep1(encoder, room);
    this.deliver(toUint8Array(encoder));
  }
  deliver(bytes: Uint8Array) {
    this.onmessage?.({ data: bytes.slice().buffer });
  }
  send(bytes: Uint8Array) {
    const decoder = createDecoder(bytes);
    const type = readVarUint(decoder);
    if (type === SAVED_QUESTION) this.questions.push(readVarUint(decoder));
    if (type !== 0) return;
    const answer = createEncoder();
    writeVarUint(answer, 0);
    readSyncMessage(decoder, answer, room, this);
    const reply = toUint8Array(answer);
    if (reply.length > 1) this.deliver(reply);
  }
  answer(token: number) {
    const encoder = createEncoder();
    writeVarUint(encoder, SAVED_QUESTION);
    writeVarUint(encoder, token);
    this.deliver(toUint8Array(encoder));
  }
  drop(code: number) {
    this.onclose?.({ code, reason: '' });
  }
  close() {}
}

const open = (onLevelChanged?: () => void) =>
  openLiveDocument({
    documentId: 'd1',
    personId: 'p1',
    address: 'ws://ici/collab',
    socket: FakeSocket as unknown as typeof WebSocket,
    onLevelChanged,
  });
const write = (doc: Doc, text: string) => doc.getText('t').insert(0, text);
const last = () => sockets.at(-1) as FakeSocket;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  room = new Doc();
  room.getText('t').insert(0, 'là');
  sockets = [];
  reachable = true;
  swallowed = false;
  localStorage.clear();
});
afterEach(() => vi.useRealTimers());

describe('a live document', () => {
  it('tells its schema, receives the text, and is saved once the server says so', async () => {
    const live = open();
    live.doc.getText('t');
    await pass(10);
    expect(last().url).toContain('/collab/d1?schema=');
    expect(live.facts()).toMatchObject({ loaded: true, synced: true, opened: true, unsent: 0 });
    write(live.doc, 'Oui, ');
    expect(live.facts().unsent).toBe(1);
    expect(room.getText('t').toString()).toBe('Oui, là');
    await pass(400);
    expect(last().questions).toHaveLength(1);
    write(live.doc, 'Eh ! ');
    last().answer(last().questions[0] as number);
    // What was written after the question is not said to be saved by its answer.
    expect(live.facts().unsent).toBe(1);
    await pass(400);
    last().answer(last().questions[1] as number);
    expect(live.facts().unsent).toBe(0);
    live.close();
  });
  it('counts what is written off line, keeps the count through a reload, and sends it on return', async () => {
    const live = open();
    live.doc.getText('t');
    await pass(10);
    reachable = false;
    last().drop(1006);
    write(live.doc, 'a');
    write(live.doc, 'b');
    expect(live.facts()).toMatchObject({ synced: false, unsent: 2 });
    await pass(500);
    expect(readUnsent('beffroi.document.p1.d1')).toBe(2);
    expect(room.getText('t').toString()).toBe('là');
    reachable = true;
    await pass(10_000);
    expect(room.getText('t').toString()).toBe('balà');
    expect(live.facts().synced).toBe(true);
    last().answer(last().questions.at(-1) as number);
    expect(live.facts().unsent).toBe(0);
    expect(readUnsent('beffroi.document.p1.d1')).toBe(0);
    live.close();
  });
  it('takes the changes of others together', async () => {
    const live = open();
    const text = live.doc.getText('t');
    await pass(10);
    const seen = vi.fn();
    live.doc.on('afterTransaction', seen);
    const other = new Doc();
    applyUpdate(other, encodeStateAsUpdate(room));
    other.on('update', (update: Uint8Array) => {
      const encoder = createEncoder();
      writeVarUint(encoder, 0);
      writeUpdate(encoder, update);
      last().deliver(toUint8Array(encoder));
    });
    for (const letter of 'vite') other.getText('t').insert(0, letter);
    await pass(60);
    expect(text.toString()).toBe('etivlà');
    expect(seen.mock.calls.length).toBeLessThanOrEqual(2);
    expect(live.facts().unsent).toBe(0);
    live.close();
  });
  it.each(['withdrawn', 'notFound', 'schemaTooOld'] as const)('stops for good when closed as %s', async (reason) => {
    const live = open();
    await pass(10);
    last().drop(COLLAB_CLOSE[reason]);
    await pass(60_000);
    expect(sockets).toHaveLength(1);
    expect(live.facts().closing?.sentence).toBeTruthy();
    write(live.doc, 'perdu ? ');
    expect(room.getText('t').toString()).toBe('là');
    live.close();
  });
  it.each(['withdrawn', 'notFound'] as const)('goes on counting what was never sent when closed as %s', async (reason) => {
    const live = open();
    await pass(10);
    swallowed = true;
    last().drop(1006);
    write(live.doc, 'jamais parti');
    await pass(500);
    last().drop(COLLAB_CLOSE[reason]);
    await pass(500);
    expect(live.facts()).toMatchObject({ unsent: 1 });
    expect(readUnsent('beffroi.document.p1.d1')).toBe(1);
    live.close();
  });
  it('comes back by itself when rights changed, and has them read again', async () => {
    const changed = vi.fn();
    const live = open(changed);
    await pass(10);
    last().drop(COLLAB_CLOSE.levelChanged);
    expect(changed).toHaveBeenCalledOnce();
    await pass(1_000);
    expect(sockets).toHaveLength(2);
    expect(live.facts()).toMatchObject({ synced: true, closing: null });
    live.close();
  });
  it('counts the attempts that led nowhere', async () => {
    reachable = false;
    const live = open();
    await pass(5_000);
    expect(live.facts().failures).toBeGreaterThanOrEqual(3);
    expect(live.facts().opened).toBe(false);
    live.close();
  });
  it('counts the attempts that nobody answers, and comes back once somebody does', async () => {
    swallowed = true;
    const live = open();
    await pass(30_000);
    expect(live.facts().failures).toBeGreaterThanOrEqual(3);
    swallowed = false;
    await pass(10_000);
    expect(live.facts()).toMatchObject({ synced: true, failures: 0 });
    live.close();
  });
});

it('reads updates the way the protocol writes them', () => {
  const encoder = createEncoder();
  writeUpdate(encoder, new Uint8Array([7]));
  const decoder = createDecoder(toUint8Array(encoder));
  expect([readVarUint(decoder), [...readVarUint8Array(decoder)]]).toEqual([2, [7]]);
});
