/** A process that died while it held others back holds them no longer than this. */
const HELD_MS = 10_000;

/**
 * Whether a document takes changes: not while its text is looked at to be settled, by this process or another, nor once it is
 * settled. Sockets and commands ask at the very moment they write: rights asked before are no answer.
 */
export class Freeze {
  /** What its feature says of it: its text is final. */
  settled = false;
  readonly #holds = new Map<string, NodeJS.Timeout>();
  readonly #waiting = new Set<() => void>();
  #over = false;

  get held(): boolean {
    return this.#holds.size > 0;
  }

  get on(): boolean {
    return this.settled || this.held;
  }

  /** Holds changes back for `holder`; `overdue` is called when it did not let go in this time. */
  hold(holder: string, overdue: () => void, withinMs = HELD_MS): void {
    if (this.#over) return;
    clearTimeout(this.#holds.get(holder));
    const timer = setTimeout(overdue, withinMs);
    timer.unref();
    this.#holds.set(holder, timer);
  }

  /** What `holder` holds changes back by: another thing each time it does. */
  heldBy(holder: string): unknown {
    return this.#holds.get(holder);
  }

  letGo(holder: string): void {
    clearTimeout(this.#holds.get(holder));
    this.#holds.delete(holder);
    if (this.#holds.size > 0) return;
    for (const proceed of this.#waiting) proceed();
    this.#waiting.clear();
  }

  /** Resolves once nobody holds changes back. */
  async released(): Promise<void> {
    while (this.held) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  destroy(): void {
    this.#over = true;
    for (const holder of [...this.#holds.keys()]) this.letGo(holder);
  }
}
