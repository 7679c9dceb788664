import { Binary, type Document, UUID } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';

/** As `logicalSessionTimeoutMinutes` of hello promises. */
export const SESSION_MINUTES = 30;
const MOST_SESSIONS = 100_000;

interface Session {
  id: Binary;
  lastUse: number;
}

/**
 * The logical sessions clients work in. They carry no transactions here; cursors belong to them, and end with them.
 */
export class SessionRegistry {
  readonly #sessions = new Map<string, Session>();

  /**
   * Notes that a session is in use, and gives its key.
   *
   * @throws MongoError 14 for an `lsid` of the wrong form, 261 when there are too many sessions
   */
  use(lsid: unknown): string {
    const id = sessionId(lsid);
    const key = keyOf(id);
    const known = this.#sessions.get(key);
    if (known) known.lastUse = Date.now();
    else this.#add(key, id);
    return key;
  }

  start(): Document {
    const id = new UUID();
    this.#add(keyOf(id), id);
    return { id };
  }

  #add(key: string, id: Binary): void {
    if (this.#sessions.size >= MOST_SESSIONS) this.expired().forEach((old) => void this.#sessions.delete(old));
    if (this.#sessions.size >= MOST_SESSIONS)
      throw new MongoError(261, `Unable to add session: there are ${MOST_SESSIONS} of them, and all have been used lately`);
    this.#sessions.set(key, { id, lastUse: Date.now() });
  }

  /** Forgets a session; gives its key, by which what belongs to it is found. */
  end(lsid: unknown): string {
    const key = keyOf(sessionId(lsid));
    this.#sessions.delete(key);
    return key;
  }

  endAll(): string[] {
    const keys = [...this.#sessions.keys()];
    this.#sessions.clear();
    return keys;
  }

  /** The keys of sessions that nobody has used for their time. */
  expired(): string[] {
    const oldest = Date.now() - SESSION_MINUTES * 60_000;
    return [...this.#sessions].filter(([, { lastUse }]) => lastUse < oldest).map(([key]) => key);
  }

  forget(keys: readonly string[]): void {
    for (const key of keys) this.#sessions.delete(key);
  }

  /** The sessions as `$listLocalSessions` shows them. */
  list(): Document[] {
    return [...this.#sessions.values()].map(({ id, lastUse }) => ({ _id: { id }, lastUse: new Date(lastUse) }));
  }
}

function sessionId(lsid: unknown): Binary {
  const document = asDocument(lsid);
  if (!document) throw new MongoError(14, "BSON field 'lsid' is the wrong type, expected type 'object'");
  const { id } = document;
  if (!(id instanceof Binary) || id.sub_type !== Binary.SUBTYPE_UUID || id.position !== 16)
    throw new MongoError(14, "BSON field 'lsid.id' is the wrong type, expected a UUID");
  return id;
}

function keyOf(id: Binary): string {
  return Buffer.from(id.buffer.buffer, id.buffer.byteOffset, id.position).toString('latin1');
}
