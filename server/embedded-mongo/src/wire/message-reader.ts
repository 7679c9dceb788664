export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER = 16;
const SIZE = 4;
const NOTHING = Buffer.alloc(0);

/** Cuts a stream of bytes into messages. */
export class MessageReader {
  /** The beginning of a message that is not whole; it grows with what arrives, not with what is announced. */
  #begun: Buffer = NOTHING;
  #length = 0;

  /** Bytes of the message that has begun. */
  get pending(): number {
    return this.#length;
  }

  /**
   * Takes what has arrived and gives the messages that are now complete.
   *
   * @throws Error for a length that no message can have: what follows could not be understood.
   */
  push(chunk: Buffer): Buffer[] {
    const messages: Buffer[] = [];
    let at = this.#length > 0 ? this.#continue(chunk, messages) : 0;
    while (at < chunk.length) {
      const size = chunk.length - at >= SIZE ? checkedSize(chunk.readInt32LE(at)) : undefined;
      if (size === undefined || at + size > chunk.length) {
        this.#append(chunk, at, chunk.length, size ?? HEADER);
        break;
      }
      messages.push(chunk.subarray(at, at + size));
      at += size;
    }
    return messages;
  }

  /** Adds to the message begun, and gives how much of the chunk belongs to it. */
  #continue(chunk: Buffer, messages: Buffer[]): number {
    let at = 0;
    if (this.#length < SIZE) at = this.#append(chunk, 0, SIZE - this.#length, HEADER);
    if (this.#length < SIZE) return at;
    const size = checkedSize(this.#begun.readInt32LE(0));
    at = this.#append(chunk, at, at + size - this.#length, size);
    if (this.#length < size) return at;
    messages.push(this.#begun.subarray(0, size));
    this.#begun = NOTHING;
    this.#length = 0;
    return at;
  }

  #append(chunk: Buffer, from: number, to: number, size: number): number {
    const end = Math.min(to, chunk.length);
    const needed = this.#length + end - from;
    if (needed > this.#begun.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, Math.min(size, this.#begun.length * 2)));
      this.#begun.copy(larger, 0, 0, this.#length);
      this.#begun = larger;
    }
    chunk.copy(this.#begun, this.#length, from, end);
    this.#length = needed;
    return end;
  }
}

function checkedSize(size: number): number {
  if (size < HEADER || size > MAX_MESSAGE_BYTES) throw new Error(`a message of ${size} bytes`);
  return size;
}
