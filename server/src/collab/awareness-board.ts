import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { SharedCaret } from './cluster-message.ts';

/** Whose carets these are. */
export interface CaretOwner {
  personId: string;
  /** The name her caret must bear; any when absent. */
  caretName?: string | undefined;
}

interface Caret extends SharedCaret {
  /** Null once it left: a while longer nobody else may take its place. */
  owner: CaretOwner | null;
  /** It is on a socket of another process. */
  foreign: boolean;
  at: number;
}

/** A name, a colour and a selection. */
const STATE_BYTES_MAX = 4_096;
/** A page has one; a second while it starts anew. */
const CARETS_PER_OWNER = 2;
/** New ones while its socket lasts. Each is remembered for a while after it left: a socket must not fill the memory with them. */
const ANNOUNCED_PER_OWNER = 8;
const REMEMBERED_MS = 60_000;
/** Pages tell of their caret every fifteen seconds: a process that no longer does is gone. */
const FOREIGN_MS = 45_000;
const LEFT = 'null';

/** Whether a caret's state is one, and bears its owner's name. It is parsed because a reader's page would choke on what is no JSON. */
const isTrue = (state: string, owner: CaretOwner): boolean => {
  const { user } = (JSON.parse(state) ?? {}) as { user?: { id?: unknown; name?: unknown } };
  if (!user) return true;
  return (!owner.personId || user.id === owner.personId) && (owner.caretName === undefined || user.name === owner.caretName);
};

const encodeCarets = (carets: readonly SharedCaret[]): Uint8Array | null => {
  if (carets.length === 0) return null;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, carets.length);
  for (const { client, clock, state } of carets) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return encoding.toUint8Array(encoder);
};

/**
 * Who is in a room and where her caret stands: of each client the latest state, passed on as it came. A client belongs to the
 * socket that announced it first; what others say of it is ignored, be it another's name or the echo that pages send of all
 * they hear.
 */
export class AwarenessBoard {
  readonly #carets = new Map<number, Caret>();
  readonly #changed = new Set<number>();
  readonly #announced = new WeakMap<CaretOwner, number>();
  readonly #processes = new Map<string, CaretOwner>();

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
      if (!this.#mayAnnounce(owner, client, clock, state)) continue;
      if (!this.#carets.has(client)) this.#announced.set(owner, this.#announcedBy(owner) + 1);
      this.#put({ owner, personId: owner.personId, client, clock, state, foreign: false });
    }
  }

  #mayAnnounce(owner: CaretOwner, client: number, clock: number, state: string): boolean {
    if (state.length > STATE_BYTES_MAX || !this.#isHers(owner, client, clock, state === LEFT)) return false;
    return state === LEFT || isTrue(state, owner);
  }

  #isHers(owner: CaretOwner, client: number, clock: number, leaves: boolean): boolean {
    const known = this.#carets.get(client);
    if (!known) return !leaves && this.#announcedBy(owner) < ANNOUNCED_PER_OWNER && this.#countOf(owner) < CARETS_PER_OWNER;
    if (known.personId !== owner.personId) return false;
    if (known.owner === owner) return clock > known.clock || (leaves && clock === known.clock);
    // She comes back on another socket. While the former is open, only what is newer than what it said is no echo of it.
    return !leaves && (known.owner ? clock > known.clock : clock >= known.clock);
  }

  #announcedBy(owner: CaretOwner): number {
    return this.#announced.get(owner) ?? 0;
  }

  #countOf(owner: CaretOwner): number {
    let count = 0;
    for (const caret of this.#carets.values()) if (caret.owner === owner) count++;
    return count;
  }

  #put(caret: Omit<Caret, 'at'>): void {
    const owner = caret.state === LEFT ? null : caret.owner;
    this.#carets.set(caret.client, { ...caret, owner, at: Date.now() });
    this.#changed.add(caret.client);
  }

  /** Takes what another process says of its carets, which has looked at them. */
  adopt(process: string, carets: readonly SharedCaret[]): void {
    const owner = this.#processes.get(process) ?? { personId: '' };
    this.#processes.set(process, owner);
    for (const caret of carets) {
      const known = this.#carets.get(caret.client);
      if (!known || known.foreign || !known.owner || known.clock < caret.clock) this.#put({ ...caret, owner, foreign: true });
    }
  }

  /** The socket is gone, and its carets with it. */
  leave(owner: CaretOwner): void {
    for (const caret of this.#carets.values()) if (caret.owner === owner) this.#put({ ...caret, state: LEFT });
  }

  /** What changed since the last time: for every page, and what of it other processes are to hear. Null when nothing did. */
  take(): { states: Uint8Array; own: SharedCaret[] } | null {
    const carets = [...this.#changed].flatMap((client) => this.#carets.get(client) ?? []);
    this.#changed.clear();
    const states = encodeCarets(carets);
    return states && { states, own: carets.filter(({ foreign }) => !foreign) };
  }

  /** All carets, for who comes; null when there is none. */
  all(): Uint8Array | null {
    return encodeCarets([...this.#carets.values()].filter(({ owner }) => owner));
  }

  /** The carets of this process's sockets. */
  own(): SharedCaret[] {
    return [...this.#carets.values()].filter(({ owner, foreign }) => owner && !foreign);
  }

  /** Forgets who left long ago, and ends the carets of a process that is gone. */
  forget(): void {
    const now = Date.now();
    for (const [client, caret] of this.#carets) {
      if (!caret.owner && caret.at < now - REMEMBERED_MS) this.#carets.delete(client);
      else if (caret.owner && caret.foreign && caret.at < now - FOREIGN_MS) this.#put({ ...caret, state: LEFT });
    }
  }
}
