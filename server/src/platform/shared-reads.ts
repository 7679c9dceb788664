interface Kept<V> {
  value: Promise<V>;
  /** Once it is read. */
  read?: { value: V };
  bytes: number;
  until: number;
}
type Scope<V> = Map<string, Kept<V>>;

interface Settings<V> {
  /** How many scopes are remembered; the one asked for longest ago gives way. */
  scopes: number;
  /** How many reads of one scope are remembered: whoever asks for odd pages must not fill the memory. */
  readsPerScope: number;
  /** What another process changed while nothing told this one is seen after this, in milliseconds. */
  keptMs: number;
  /** About how many bytes may be remembered in all, and how many a value is. */
  bytes?: { most: number; of: (value: V) => number };
}

/**
 * Remembers what reads the same for everyone until what it was read from changes. A read still under way is shared too; one that began
 * before a change is never given to who asks after it.
 */
export class SharedReads<V> {
  readonly #scopes = new Map<string, Scope<V>>();
  readonly #settings: Settings<V>;
  #bytes = 0;

  constructor(settings: Settings<V>) {
    this.#settings = settings;
  }

  /** What was read for this key of this scope, or is read now. @throws what `read` throws, which is not remembered */
  async get(scope: string, key: string, read: () => Promise<V>): Promise<V> {
    const reads = this.#readsOf(scope);
    const known = reads.get(key);
    if (known && known.until > Date.now()) return known.value;
    this.#drop(reads, key);
    if (reads.size >= this.#settings.readsPerScope) this.#drop(reads, reads.keys().next().value as string);
    const kept: Kept<V> = { value: read(), bytes: 0, until: Date.now() + this.#settings.keptMs };
    reads.set(key, kept);
    try {
      const value = await kept.value;
      if (reads.get(key) === kept) this.#weigh(scope, kept, value);
      return value;
    } catch (error) {
      if (reads.get(key) === kept) reads.delete(key);
      throw error;
    }
  }

  /**
   * Forgets what was read in one scope; without a scope, everything.
   * @param isStale which of it, where a change does not show on all: what is still being read is forgotten in any case
   */
  forget(scope?: string, isStale: (value: V) => boolean = () => true): void {
    for (const name of scope === undefined ? [...this.#scopes.keys()] : [scope]) {
      const reads: Scope<V> = this.#scopes.get(name) ?? new Map();
      for (const [key, { read }] of reads) if (!read || isStale(read.value)) this.#drop(reads, key);
      if (reads.size === 0) this.#scopes.delete(name);
    }
  }

  #drop(reads: Scope<V>, key: string): void {
    this.#bytes -= reads.get(key)?.bytes ?? 0;
    reads.delete(key);
  }

  #weigh(scope: string, kept: Kept<V>, value: V): void {
    kept.read = { value };
    kept.bytes = this.#settings.bytes?.of(value) ?? 0;
    this.#bytes += kept.bytes;
    const most = this.#settings.bytes?.most ?? 0;
    for (const other of this.#scopes.keys()) if (this.#bytes > most && other !== scope) this.forget(other);
  }

  #readsOf(scope: string): Scope<V> {
    const reads: Scope<V> = this.#scopes.get(scope) ?? new Map();
    // Set anew, it is the last to give way.
    this.#scopes.delete(scope);
    this.#scopes.set(scope, reads);
    if (this.#scopes.size > this.#settings.scopes) this.forget(this.#scopes.keys().next().value as string);
    return reads;
  }
}
