import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { LazyDocument } from './lazy-document.ts';

const NOTHING = Y.encodeStateVector(new Y.Doc());

/** A snapshot and what was written after it. */
const stored = (parts = 3): Uint8Array[] => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < parts; i++) doc.getText('body').insert(0, `${i} `);
  return updates;
};
const textOf = (updates: readonly Uint8Array[]): string => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText('body').toString();
};

test('who has nothing is sent what was read, and no document is made for it', () => {
  const lazy = new LazyDocument(stored());
  expect(textOf(lazy.lackedBy(NOTHING))).toBe('2 1 0 ');
  expect(lazy.isMade).toBe(false);
});

test('who has a part is sent the rest alone', () => {
  const updates = stored();
  const hers = new Y.Doc();
  Y.applyUpdate(hers, updates[0] as Uint8Array);
  const lacked = new LazyDocument(updates).lackedBy(Y.encodeStateVector(hers));
  expect(textOf([updates[0] as Uint8Array, ...lacked])).toBe('2 1 0 ');
  expect(textOf(lacked)).toBe('');
});

test('what was written since it was read is sent too', () => {
  const lazy = new LazyDocument(stored());
  lazy.doc.getText('body').insert(0, 'neuf ');
  expect(textOf(lazy.lackedBy(NOTHING))).toBe('neuf 2 1 0 ');
});

test('a long log and an empty document are sent as one answer', () => {
  expect(new LazyDocument(stored(500)).lackedBy(NOTHING)).toHaveLength(1);
  expect(new LazyDocument([]).lackedBy(NOTHING)).toHaveLength(1);
});

test('a copy says the same, before and after, and is no part of it', () => {
  const lazy = new LazyDocument(stored());
  lazy.copy().getText('body').insert(0, 'ailleurs ');
  expect(lazy.isMade).toBe(false);
  expect(lazy.doc.getText('body').toString()).toBe('2 1 0 ');
  expect(lazy.copy().getText('body').toString()).toBe('2 1 0 ');
});
