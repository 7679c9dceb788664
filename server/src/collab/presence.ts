import { publish } from '../platform/events.ts';
import { inBackground } from '../platform/logger.ts';
import type { PresentPerson } from './collab-feature.ts';
import type { Connection } from './connection.ts';

/** Who has which document open in this process. */
export class Presence {
  readonly #byDocument = new Map<string, Set<Connection>>();
  readonly #told = new Map<string, string>();
  readonly #changed: (documentId: string) => void;

  constructor(changed: (documentId: string) => void = () => {}) {
    this.#changed = changed;
  }

  add(connection: Connection): void {
    if (!connection.personId) return;
    const { documentId } = connection.room;
    const open = this.#byDocument.get(documentId) ?? new Set();
    this.#byDocument.set(documentId, open.add(connection));
    this.#look(documentId);
  }

  remove(connection: Connection): void {
    const { documentId } = connection.room;
    const open = this.#byDocument.get(documentId);
    if (!open?.delete(connection)) return;
    if (open.size === 0) this.#byDocument.delete(documentId);
    this.#look(documentId);
  }

  /** Each person once, with the most she may do on one of her pages. */
  in(documentId: string): PresentPerson[] {
    const levels = new Map<string, PresentPerson['level']>();
    for (const { personId, writes } of this.#byDocument.get(documentId) ?? [])
      if (levels.get(personId) !== 'write') levels.set(personId, writes ? 'write' : 'read');
    return [...levels].map(([personId, level]) => ({ personId, level }));
  }

  documents(): Iterable<string> {
    return this.#byDocument.keys();
  }

  /** Tells when it is somebody else than before, not when somebody opens a second page. */
  #look(documentId: string): void {
    const people = JSON.stringify(this.in(documentId).sort((one, other) => one.personId.localeCompare(other.personId)));
    if (people === (this.#told.get(documentId) ?? '[]')) return;
    if (people === '[]') this.#told.delete(documentId);
    else this.#told.set(documentId, people);
    this.#changed(documentId);
    inBackground('tell who is present', () => publish('collab.presence.changed', { documentId }));
  }
}
