import { inBackground, logger } from '../platform/logger.ts';
import type { IsSettled } from './collab-feature.ts';
import type { Room } from './room.ts';

/** After a failure, its feature is asked again this much later. */
const ASK_AGAIN_MS = 1_000;

/** The other processes that have a document open. */
interface Others {
  /** @throws AppError `unavailable` when one does not answer */
  hold: (room: Room) => Promise<void>;
  letGo: (documentId: string) => void;
}

/** Whether documents in memory take changes: kept as their feature says, and held back while one is settled, here or elsewhere. */
export class Settling {
  others: Others | null = null;
  readonly #self: string;
  readonly #isSettled: IsSettled | undefined;

  constructor(self: string, isSettled: IsSettled | undefined) {
    this.#self = self;
    this.#isSettled = isSettled;
  }

  /** Asks its feature whether a document's text is final. */
  async isSettled(documentId: string): Promise<boolean> {
    return (await this.#isSettled?.(documentId)) ?? false;
  }

  /** Asks it again. */
  async reconsider(room: Room): Promise<void> {
    room.freeze.settled = await this.isSettled(room.documentId);
  }

  /** Waits until nobody holds changes of a room back; what was settled may be open again since. */
  async mayWrite(room: Room): Promise<void> {
    await room.freeze.released();
    if (!room.freeze.settled) return;
    await this.reconsider(room);
    await room.freeze.released();
  }

  /** Runs `use` while nobody writes in a room, here or elsewhere. @throws AppError `unavailable`, and what `use` throws */
  async whileStill<T>(room: Room, use: () => Promise<T>): Promise<T> {
    room.flush();
    // Let go below, however long it takes.
    room.freeze.hold(this.#self, () => {});
    try {
      await this.others?.hold(room);
      return await use();
    } finally {
      await this.#letGo(room, this.#self);
      this.others?.letGo(room.documentId);
    }
  }

  /** Another process settles a text: this one takes no change until that is done, or the other is gone. */
  holdFor(room: Room, process: string): void {
    room.flush();
    room.freeze.hold(process, () => this.letGoOf(room, process));
  }

  letGoOf(room: Room, process: string): void {
    inBackground('take changes again', () => this.#letGo(room, process));
  }

  /** Until its feature has said whether the text is final, nobody knows whether it may be written in: it is asked again. */
  async #letGo(room: Room, holder: string): Promise<void> {
    const hold = room.freeze.heldBy(holder);
    const known = await this.reconsider(room).then(
      () => true,
      (err: unknown) => logger.error({ err, documentId: room.documentId }, 'whether a text is final could not be asked'),
    );
    // Held anew meanwhile: that is let go when it is time.
    if (room.freeze.heldBy(holder) !== hold) return;
    if (known) room.freeze.letGo(holder);
    else room.freeze.hold(holder, () => this.letGoOf(room, holder), ASK_AGAIN_MS);
  }
}
