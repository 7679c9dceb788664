import { publish } from '../platform/events.ts';
import { inBackground } from '../platform/logger.ts';
import type { PresentPerson } from './collab-feature.ts';
import type { Connection } from './connection.ts';

/** What another process says is true this long; it says it again well before. */
const BELIEVED_MS = 75_000;

interface Elsewhere {
  people: PresentPerson[];
  until: number;
}

const merged = (people: readonly PresentPerson[]): PresentPerson[] => {
  const levels = new Map<string, PresentPerson['level']>();
  for (const { personId, level } of people) if (levels.get(personId) !== 'write') levels.set(personId, level);
  return [...levels].map(([personId, level]) => ({ personId, level }));
};

/** Who has which document open, in this process and in others. */
export class Presence {
  readonly #here = new Map<string, Set<Connection>>();
  /** By document, then process. */
  readonly #elsewhere = new Map<string, Map<string, Elsewhere>>();
  readonly #told = new Map<string, string>();
  readonly #share: (documentId: string, people: PresentPerson[]) => void;

  constructor(share: (documentId: string, people: PresentPerson[]) => void) {
    this.#share = share;
  }

  add(connection: Connection): void {
    if (!connection.personId) return;
    const { documentId } = connection.room;
    const open = this.#here.get(documentId) ?? new Set();
    this.#here.set(documentId, open.add(connection));
    this.#look(documentId);
  }

  remove(connection: Connection): void {
    const { documentId } = connection.room;
    const open = this.#here.get(documentId);
    if (!open?.delete(connection)) return;
    if (open.size === 0) this.#here.delete(documentId);
    this.#look(documentId);
  }

  /** What another process says of its people. */
  hear(process: string, documentId: string, people: PresentPerson[]): void {
    const processes = this.#elsewhere.get(documentId) ?? new Map<string, Elsewhere>();
    if (people.length > 0) processes.set(process, { people, until: Date.now() + BELIEVED_MS });
    else processes.delete(process);
    if (processes.size > 0) this.#elsewhere.set(documentId, processes);
    else this.#elsewhere.delete(documentId);
    this.#tell(documentId);
  }

  /** Each person once, with the most she may do on one of her pages. */
  in(documentId: string): PresentPerson[] {
    const elsewhere = [...(this.#elsewhere.get(documentId)?.values() ?? [])].filter(({ until }) => until > Date.now());
    return merged([...this.#peopleHere(documentId), ...elsewhere.flatMap(({ people }) => people)]);
  }

  /** Says again to other processes who is here, and forgets those of which nothing was heard. */
  renew(): void {
    for (const documentId of this.#here.keys()) this.#share(documentId, this.#peopleHere(documentId));
    const now = Date.now();
    for (const [documentId, processes] of this.#elsewhere)
      for (const [process, { until }] of processes) if (until < now) this.hear(process, documentId, []);
  }

  #peopleHere(documentId: string): PresentPerson[] {
    const connections = [...(this.#here.get(documentId) ?? [])];
    return merged(connections.map(({ personId, writes }) => ({ personId, level: writes ? 'write' : 'read' })));
  }

  #look(documentId: string): void {
    if (this.#tell(documentId)) this.#share(documentId, this.#peopleHere(documentId));
  }

  /** Tells when it is somebody else than before, not when somebody opens a second page. */
  #tell(documentId: string): boolean {
    const people = JSON.stringify(this.in(documentId).sort((one, other) => one.personId.localeCompare(other.personId)));
    if (people === (this.#told.get(documentId) ?? '[]')) return false;
    if (people === '[]') this.#told.delete(documentId);
    else this.#told.set(documentId, people);
    inBackground('tell who is present', () => publish('collab.presence.changed', { documentId }));
    return true;
  }
}
