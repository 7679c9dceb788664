import { publish } from '../platform/events.ts';
import { inBackground } from '../platform/logger.ts';

const EVERY_MS = 2_000;

/** Tells the features what was written, several writes at a time. */
export class WrittenNotices {
  readonly #written = new Map<string, { people: Set<string>; at: Date }>();
  #timer: NodeJS.Timeout | null = null;

  add(documentId: string, personIds: readonly string[], at: Date): void {
    const people = this.#written.get(documentId)?.people ?? new Set();
    for (const personId of personIds) people.add(personId);
    this.#written.set(documentId, { people, at });
    this.#timer ??= setTimeout(() => inBackground('tell what was written', () => this.#tell()), EVERY_MS).unref();
  }

  async #tell(): Promise<void> {
    this.#timer = null;
    const all = [...this.#written];
    this.#written.clear();
    for (const [documentId, { people, at }] of all) await publish('collab.document.written', { documentId, personIds: [...people], at });
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#tell();
  }
}
