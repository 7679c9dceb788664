import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { AwarenessBoard } from './awareness-board.ts';

type State = [client: number, clock: number, state: unknown];

const encode = (...states: State[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, states.length);
  for (const [client, clock, state] of states) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  }
  return encoding.toUint8Array(encoder);
};

const decode = (states: Uint8Array | null): State[] => {
  if (!states) return [];
  const decoder = decoding.createDecoder(states);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => [
    decoding.readVarUint(decoder),
    decoding.readVarUint(decoder),
    JSON.parse(decoding.readVarString(decoder)),
  ]);
};

const ana = () => ({ personId: 'ana' });
const bob = () => ({ personId: 'bob' });

test('of each caret the latest is passed on, once', () => {
  const [board, her] = [new AwarenessBoard(), ana()];
  board.announce(her, encode([1, 1, { at: 1 }]));
  board.announce(her, encode([1, 2, { at: 2 }]));
  board.announce(her, encode([1, 1, { at: 1 }]));
  expect(decode(board.take()?.states ?? null)).toEqual([[1, 2, { at: 2 }]]);
  expect(board.take()).toBeNull();
  expect(decode(board.all())).toEqual([[1, 2, { at: 2 }]]);
});

test('the echo of another caret, its end and its clock are not anybody’s to announce', () => {
  const [board, her, him] = [new AwarenessBoard(), ana(), bob()];
  board.announce(her, encode([1, 3, {}]));
  board.take();
  board.announce(him, encode([1, 3, {}], [1, 9, null], [1, 9, { stolen: true }], [7, 1, null]));
  expect(board.hasChanges).toBe(false);
});

test('a page announces itself and no crowd', () => {
  const [board, her] = [new AwarenessBoard(), ana()];
  board.announce(her, encode([1, 1, {}], [2, 1, {}], [3, 1, {}]));
  expect(decode(board.take()?.states ?? null).map(([client]) => client)).toEqual([1, 2]);
});

test('a page that comes and goes under ever new numbers takes few places', () => {
  const [board, her] = [new AwarenessBoard(), ana()];
  const comings = Array.from({ length: 100 }, (_, client): State[] => [
    [client, 1, {}],
    [client, 2, null],
  ]);
  board.announce(her, encode(...comings.flat()));
  expect(decode(board.take()?.states ?? null)).toHaveLength(8);
  board.announce(ana(), encode([200, 1, {}]));
  expect(decode(board.take()?.states ?? null)).toEqual([[200, 1, {}]]);
});

test('a caret bears its owner’s id and name', () => {
  const board = new AwarenessBoard();
  const her = { personId: 'ana', caretName: 'Ana' };
  board.announce(her, encode([1, 1, { user: { id: 'bob', name: 'Ana' } }]));
  board.announce(her, encode([1, 1, { user: { id: 'ana', name: 'La maire' } }]));
  expect(board.hasChanges).toBe(false);
  board.announce(her, encode([1, 1, { user: { id: 'ana', name: 'Ana' } }]));
  expect(board.hasChanges).toBe(true);
});

test('a socket’s carets leave with it, and come back on another of the same person only', () => {
  const [board, her] = [new AwarenessBoard(), ana()];
  board.announce(her, encode([1, 4, {}]));
  board.leave(her);
  expect(decode(board.take()?.states ?? null)).toEqual([[1, 4, null]]);
  board.announce(bob(), encode([1, 5, {}]));
  expect(board.hasChanges).toBe(false);
  board.announce(ana(), encode([1, 4, { back: true }]));
  expect(decode(board.take()?.states ?? null)).toEqual([[1, 4, { back: true }]]);
});

test('her next socket takes over while the former still hangs, and outlives it', () => {
  const [board, former, next] = [new AwarenessBoard(), ana(), ana()];
  board.announce(former, encode([1, 1, {}]));
  board.announce(next, encode([1, 2, { on: 'next' }]));
  board.leave(former);
  expect(decode(board.take()?.states ?? null)).toEqual([[1, 2, { on: 'next' }]]);
});

test('what is malformed is refused', () => {
  expect(() => new AwarenessBoard().announce(ana(), Uint8Array.of(3, 1, 1))).toThrow();
});
