import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** A caret as other processes are told of it; `bytes` as in awareness messages. */
export interface SharedCaret {
  personId: string;
  client: number;
  clock: number;
  state: string;
}

/** What processes that have the same document open say to each other. `from` is the process. */
export type ClusterMessage = { from: string } & (
  | {
      kind: 'change';
      /** Its numbers at `from`: whoever did not hear `before` missed something. */
      before: number;
      seq: number;
      update: Uint8Array;
    }
  /** What it has, to be sent the rest. */
  | { kind: 'ask'; vector: Uint8Array }
  /** The rest, for `to`: with it everything `from` has, its own changes up to `seq`; `held` while it settles the text. */
  | { kind: 'answer'; to: string; seq: number; held: boolean; update: Uint8Array }
  /** Nobody is to write until `let-go`; what `vector` lacks is asked for. */
  | { kind: 'hold'; turn: number; vector: Uint8Array }
  /** Nothing more is written here for `to`; this is what it lacks. */
  | { kind: 'held'; to: string; turn: number; update: Uint8Array }
  | { kind: 'let-go' }
  | { kind: 'carets'; carets: SharedCaret[] }
);

const KINDS = ['change', 'ask', 'answer', 'carets', 'hold', 'held', 'let-go'] as const;

const writeBody = (encoder: encoding.Encoder, message: ClusterMessage): void => {
  switch (message.kind) {
    case 'change':
      encoding.writeVarUint(encoder, message.before);
      encoding.writeVarUint(encoder, message.seq);
      return encoding.writeVarUint8Array(encoder, message.update);
    case 'ask':
      return encoding.writeVarUint8Array(encoder, message.vector);
    case 'answer':
      encoding.writeVarString(encoder, message.to);
      encoding.writeVarUint(encoder, message.seq);
      encoding.writeUint8(encoder, Number(message.held));
      return encoding.writeVarUint8Array(encoder, message.update);
    case 'hold':
      encoding.writeVarUint(encoder, message.turn);
      return encoding.writeVarUint8Array(encoder, message.vector);
    case 'held':
      encoding.writeVarString(encoder, message.to);
      encoding.writeVarUint(encoder, message.turn);
      return encoding.writeVarUint8Array(encoder, message.update);
    case 'let-go':
      return;
    case 'carets':
      encoding.writeVarUint(encoder, message.carets.length);
      for (const { personId, client, clock, state } of message.carets) {
        encoding.writeVarString(encoder, personId);
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, state);
      }
  }
};

export const encodeClusterMessage = (message: ClusterMessage): Buffer => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, KINDS.indexOf(message.kind));
  encoding.writeVarString(encoder, message.from);
  writeBody(encoder, message);
  return Buffer.from(encoding.toUint8Array(encoder));
};

const readCaret = (decoder: decoding.Decoder): SharedCaret => ({
  personId: decoding.readVarString(decoder),
  client: decoding.readVarUint(decoder),
  clock: decoding.readVarUint(decoder),
  state: decoding.readVarString(decoder),
});

export const decodeClusterMessage = (bytes: Uint8Array): ClusterMessage => {
  const decoder = decoding.createDecoder(bytes);
  const kind = KINDS[decoding.readVarUint(decoder)];
  const from = decoding.readVarString(decoder);
  const number = () => decoding.readVarUint(decoder);
  const rest = () => decoding.readVarUint8Array(decoder);
  switch (kind) {
    case 'change':
      return { from, kind, before: number(), seq: number(), update: rest() };
    case 'ask':
      return { from, kind, vector: rest() };
    case 'answer':
      return { from, kind, to: decoding.readVarString(decoder), seq: number(), held: decoding.readUint8(decoder) === 1, update: rest() };
    case 'hold':
      return { from, kind, turn: number(), vector: rest() };
    case 'held':
      return { from, kind, to: decoding.readVarString(decoder), turn: number(), update: rest() };
    case 'let-go':
      return { from, kind };
    case 'carets':
      return { from, kind, carets: Array.from({ length: number() }, () => readCaret(decoder)) };
    default:
      throw new Error('unknown message of another process');
  }
};
