import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** Whose carets these are. */
export interface CaretOwner {
  personId: string;
  /** The name her caret must bear; any when absent. */
  caretName?: string | undefined;
}

interface Caret {
  /** Null once it left: a while longer nobody else may take its place. */
  owner: CaretOwner | null;
  personId: string;
  clock: number;
  /** The client's id, its clock and its state, as they go into a message. */
  bytes: Uint8Array;
  leftAt: number;
}

/** A name, a colour and a selection. */
const STATE_BYTES_MAX = 4_096;
/** A page has one; a second while it starts anew. */
const CARETS_PER_OWNER = 2;
const REMEMBERED_MS = 60_000;
const LEFT = 'null';

const encodeCaret = (client: number, clock: number, state: string): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, state);
  return encoding.toUint8Array(encoder);
};

/** Whether a caret's state is one, and bears its owner's name. It is parsed because a reader's page would choke on what is no JSON. */
const isTrue = (state: string, owner: CaretOwner): boolean => {
  const { user } = (JSON.parse(state) ?? {}) as { user?: { id?: unknown; name?: unknown } };
  if (!user) return true;
  return (!owner.personId || user.id === owner.personId) && (owner.caretName === undefined || user.name === owner.caretName);
};

/**
 * Who is in a room and where her caret stands: of each client the latest state, passed on as it came. A client belongs to the
 * socket that announced it first; what others say of it is ignored, be it another's name or the echo that pages send of all
 * they hear.
 */
export class AwarenessBoard {
  readonly #carets = new Map<number, Caret>();
  readonly #changed = new Set<number>();

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /** Takes what a socket says of its carets. @throws when it is malformed */
  announce(owner: CaretOwner, states: Uint8Array): void {
    const decoder = decoding.createDecoder(states);
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = decoding.readVarString(decoder);
      if (this.#mayAnnounce(owner, client, clock, state)) this.#put(owner, client, clock, state);
    }
  }

  #mayAnnounce(owner: CaretOwner, client: number, clock: number, state: string): boolean {
    if (state.length > STATE_BYTES_MAX || !this.#isHers(owner, client, clock, state === LEFT)) return false;
    return state === LEFT || isTrue(state, owner);
  }

  #isHers(owner: CaretOwner, client: number, clock: number, leaves: boolean): boolean {
    const known = this.#carets.get(client);
    if (!known) return !leaves && this.#countOf(owner) < CARETS_PER_OWNER;
    if (known.personId !== owner.personId) return false;
    if (known.owner === owner) return clock > known.clock || (leaves && clock === known.clock);
    // She comes back on another socket. While the former is open, only what is newer than what it said is no echo of it.
    return !leaves && (known.owner ? clock > known.clock : clock >= known.clock);
  }

  #countOf(owner: CaretOwner): number {
    let count = 0;
    for (const caret of this.#carets.values()) if (caret.owner === owner) count++;
    return count;
  }

  #put(owner: CaretOwner, client: number, clock: number, state: string): void {
    const left = state === LEFT;
    const bytes = encodeCaret(client, clock, state);
    this.#carets.set(client, { owner: left ? null : owner, personId: owner.personId, clock, bytes, leftAt: left ? Date.now() : 0 });
    this.#changed.add(client);
  }

  /** The socket is gone, and its carets with it. */
  leave(owner: CaretOwner): void {
    for (const [client, caret] of this.#carets) if (caret.owner === owner) this.#put(owner, client, caret.clock, LEFT);
  }

  /** What changed since the last time, for everybody; null when nothing did. */
  take(): Uint8Array | null {
    const states = this.#encode([...this.#changed].flatMap((client) => this.#carets.get(client) ?? []));
    this.#changed.clear();
    return states;
  }

  /** All carets, for who comes; null when there is none. */
  all(): Uint8Array | null {
    return this.#encode([...this.#carets.values()].filter(({ owner }) => owner));
  }

  /** Forgets who left long ago. */
  forget(): void {
    const before = Date.now() - REMEMBERED_MS;
    for (const [client, { owner, leftAt }] of this.#carets) if (!owner && leftAt < before) this.#carets.delete(client);
  }

  #encode(carets: readonly Caret[]): Uint8Array | null {
    if (carets.length === 0) return null;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, carets.length);
    for (const { bytes } of carets) encoding.writeUint8Array(encoder, bytes);
    return encoding.toUint8Array(encoder);
  }
}
