import { SAVED_QUESTION } from '@beffroi/shared/collab/saved-question';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** y-protocols' message types, and those of its sync messages. */
const SYNC = 0;
const AWARENESS = 1;
const AWARENESS_QUERY = 3;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

export type Message =
  /** Sync step 1: what the sender has; she is to be sent the rest. */
  | { kind: 'have'; vector: Uint8Array }
  /** Sync step 2 or an update. */
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'awareness'; states: Uint8Array }
  | { kind: 'awareness-query' }
  | { kind: 'saved-question'; token: number };

class Malformed extends Error {}

/** Reads a length and that many bytes, which must be all there is. */
const onlyBytes = (data: Uint8Array, start: number): Uint8Array => {
  const decoder = decoding.createDecoder(data);
  decoder.pos = start;
  const bytes = decoding.readVarUint8Array(decoder);
  if (decoder.pos !== data.length) throw new Malformed('trailing bytes');
  return bytes;
};

const parseSync = (data: Uint8Array): Message => {
  const step = data[1];
  if (step === STEP_1) return { kind: 'have', vector: onlyBytes(data, 2) };
  if (step === STEP_2 || step === UPDATE) return { kind: 'update', update: onlyBytes(data, 2) };
  throw new Malformed('unknown sync message');
};

/** Reads a message from a socket, as far as its frame goes. @throws when it is none */
export const parseMessage = (data: Uint8Array): Message => {
  switch (data[0]) {
    case SYNC:
      return parseSync(data);
    case AWARENESS:
      return { kind: 'awareness', states: onlyBytes(data, 1) };
    case AWARENESS_QUERY:
      return { kind: 'awareness-query' };
    case SAVED_QUESTION: {
      const decoder = decoding.createDecoder(data);
      decoder.pos = 1;
      return { kind: 'saved-question', token: decoding.readVarUint(decoder) };
    }
    default:
      throw new Malformed('unknown message');
  }
};

const written = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
};

const sync = (step: number, bytes: Uint8Array): Uint8Array =>
  written((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

export const haveMessage = (vector: Uint8Array): Uint8Array => sync(STEP_1, vector);
export const answerMessage = (update: Uint8Array): Uint8Array => sync(STEP_2, update);
export const updateMessage = (update: Uint8Array): Uint8Array => sync(UPDATE, update);

export const awarenessMessage = (states: Uint8Array): Uint8Array =>
  written((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint8Array(encoder, states);
  });

export const savedMessage = (token: number): Uint8Array =>
  written((encoder) => {
    encoding.writeVarUint(encoder, SAVED_QUESTION);
    encoding.writeVarUint(encoder, token);
  });

/** Updates behind one another, each with its length before it: how the log holds them. */
export const joinUpdates = (updates: readonly Uint8Array[]): Uint8Array =>
  written((encoder) => {
    for (const update of updates) encoding.writeVarUint8Array(encoder, update);
  });

export const splitUpdates = (bytes: Uint8Array): Uint8Array[] => {
  const decoder = decoding.createDecoder(bytes);
  const updates: Uint8Array[] = [];
  while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder));
  return updates;
};
