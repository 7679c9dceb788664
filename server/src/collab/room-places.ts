import { Places } from '../platform/places.ts';
import type { CollabLimits } from './limits.ts';

/** How many sockets each person and each document may have, those whose document is still being read included. */
export class RoomPlaces {
  readonly #people: Places;
  readonly #documents: Places;

  constructor({ socketsPerPerson, socketsPerRoom }: Pick<CollabLimits, 'socketsPerPerson' | 'socketsPerRoom'>) {
    this.#people = new Places(socketsPerPerson);
    this.#documents = new Places(socketsPerRoom);
  }

  /** @returns how to give the place back; null when the person or the document has no more */
  take(documentId: string, personId: string): (() => void) | null {
    const leavePerson = this.#people.take(personId);
    if (!leavePerson) return null;
    const leaveDocument = this.#documents.take(documentId);
    if (!leaveDocument) {
      leavePerson();
      return null;
    }
    return () => {
      leavePerson();
      leaveDocument();
    };
  }
}
