export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER = 16;

/** Cuts a stream of bytes into messages. */
export class MessageReader {
  #chunks: Buffer[] = [];
  #length = 0;

  /**
   * Takes what has arrived and gives the messages that are now complete.
   *
   * @throws Error for a length that no message can have: what follows could not be understood.
   */
  push(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const messages: Buffer[] = [];
    for (let size = this.#nextSize(); size !== undefined && this.#length >= size; size = this.#nextSize()) messages.push(this.#take(size));
    return messages;
  }

  #nextSize(): number | undefined {
    if (this.#length < 4) return undefined;
    if ((this.#chunks[0] as Buffer).length < 4) this.#chunks = [Buffer.concat(this.#chunks)];
    const size = (this.#chunks[0] as Buffer).readInt32LE(0);
    if (size < HEADER || size > MAX_MESSAGE_BYTES) throw new Error(`a message of ${size} bytes`);
    return size;
  }

  #take(size: number): Buffer {
    const first = this.#chunks[0] as Buffer;
    const joined = first.length >= size ? first : Buffer.concat(this.#chunks);
    const rest = first.length >= size ? this.#chunks.slice(1) : [];
    const after = joined.subarray(size);
    this.#chunks = after.length > 0 ? [after, ...rest] : rest;
    this.#length -= size;
    return joined.subarray(0, size);
  }
}
