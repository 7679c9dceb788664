interface Kept<V> {
  value: Promise<V>;
  until: number;
}

interface Settings {
  /** How many scopes are remembered; the one asked for longest ago gives way. */
  scopes: number;
  /** How many reads of one scope are remembered: whoever asks for odd pages must not fill the memory. */
  readsPerScope: number;
  /** What another process changed while nothing told this one is seen after this, in milliseconds. */
  keptMs: number;
}

/**
 * Remembers what reads the same for everyone until what it was read from changes. A read still under way is shared too; one that began
 * before a change is never given to who asks after it.
 */
export class SharedReads<V> {
  readonly #scopes = new Map<string, Map<string, Kept<V>>>();
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** What was read for this key of this scope, or is read now. @throws what `read` throws, which is not remembered */
  async get(scope: string, key: string, read: () => Promise<V>): Promise<V> {
    const reads = this.#readsOf(scope);
    const kept = reads.get(key);
    if (kept && kept.until > Date.now()) return kept.value;
    if (reads.size >= this.#settings.readsPerScope) reads.clear();
    const value = read();
    reads.set(key, { value, until: Date.now() + this.#settings.keptMs });
    try {
      return await value;
    } catch (error) {
      if (reads.get(key)?.value === value) reads.delete(key);
      throw error;
    }
  }

  /** Forgets what was read in one scope; without a scope, everything. */
  forget(scope?: string): void {
    if (scope === undefined) this.#scopes.clear();
    else this.#scopes.delete(scope);
  }

  #readsOf(scope: string): Map<string, Kept<V>> {
    const reads = this.#scopes.get(scope) ?? new Map<string, Kept<V>>();
    // Set anew, it is the last to give way.
    this.#scopes.delete(scope);
    this.#scopes.set(scope, reads);
    if (this.#scopes.size > this.#settings.scopes) this.#scopes.delete(this.#scopes.keys().next().value as string);
    return reads;
  }
}
