import type { Connection } from './connection.ts';
import type { CollabLimits } from './limits.ts';

/** How many sockets each person and each room has, so that nobody takes them all. */
export class SocketCount {
  readonly #limits: Pick<CollabLimits, 'socketsPerPerson' | 'socketsPerRoom'>;
  readonly #byPerson = new Map<string, number>();
  readonly #byRoom = new Map<string, number>();

  constructor(limits: Pick<CollabLimits, 'socketsPerPerson' | 'socketsPerRoom'>) {
    this.#limits = limits;
  }

  isFull(documentId: string, personId: string): boolean {
    return (
      (this.#byPerson.get(personId) ?? 0) >= this.#limits.socketsPerPerson ||
      (this.#byRoom.get(documentId) ?? 0) >= this.#limits.socketsPerRoom
    );
  }

  add({ personId, room }: Connection): void {
    this.#change(this.#byPerson, personId, 1);
    this.#change(this.#byRoom, room.documentId, 1);
  }

  remove({ personId, room }: Connection): void {
    this.#change(this.#byPerson, personId, -1);
    this.#change(this.#byRoom, room.documentId, -1);
  }

  #change(counts: Map<string, number>, key: string, by: number): void {
    const count = (counts.get(key) ?? 0) + by;
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
  }
}
