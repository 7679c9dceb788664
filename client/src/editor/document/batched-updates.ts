import { peekVarUint, readVarUint, readVarUint8Array } from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import { applyUpdate, type Doc } from 'yjs';

const MESSAGE_SYNC = 0;
const SYNC_UPDATE = 2;

/** Each change of others makes the editor draw anew: twenty-five times a second is as live as one sees. */
const EVERY_MS = 40;

const listeners = new WeakMap<Doc, Set<() => void>>();

/** Runs just before the changes of others are taken into the document. @returns how to stop */
export const beforeOthers = (doc: Doc, listener: () => void): (() => void) => {
  const known = listeners.get(doc) ?? new Set();
  listeners.set(doc, known.add(listener));
  return () => void known.delete(listener);
};

/** Says that changes of others are about to be taken. */
export const tellBefore = (doc: Doc): void => {
  for (const listener of listeners.get(doc) ?? []) listener();
};

/**
 * Takes the changes of others together, so that ten colleagues typing cost the writer one redraw instead of ten.
 * @returns the way to take what waits, at once
 */
export const batchUpdates = (provider: WebsocketProvider): (() => void) => {
  const original = provider.messageHandlers[MESSAGE_SYNC];
  let waiting: Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const take = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const updates = waiting;
    waiting = [];
    last = performance.now();
    tellBefore(provider.doc);
    provider.doc.transact(() => {
      for (const update of updates) applyUpdate(provider.doc, update, provider);
    }, provider);
  };
  provider.messageHandlers[MESSAGE_SYNC] = (encoder, decoder, ...rest) => {
    if (peekVarUint(decoder) !== SYNC_UPDATE) {
      take();
      tellBefore(provider.doc);
      original?.(encoder, decoder, ...rest);
      return;
    }
    readVarUint(decoder);
    waiting.push(readVarUint8Array(decoder));
    timer ??= setTimeout(take, Math.max(0, EVERY_MS - (performance.now() - last)));
  };
  return take;
};
