/** A growing byte buffer, reused from key to key so that encoding allocates only its result. */
export class KeyWriter {
  bytes = Buffer.allocUnsafe(4096);
  length = 0;

  reset(): void {
    this.length = 0;
  }

  reserve(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + size));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  uint16(value: number): void {
    this.reserve(2);
    this.length = this.bytes.writeUInt16BE(value, this.length);
  }

  uint32(value: number): void {
    this.reserve(4);
    this.length = this.bytes.writeUInt32BE(value >>> 0, this.length);
  }

  raw(value: Uint8Array): void {
    this.reserve(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  /** A string ended by 00 00, its own zero bytes written 00 FF, so that byte order is string order. */
  string(value: string): void {
    this.stringPrefix(value);
    this.reserve(2);
    this.bytes[this.length++] = 0;
    this.bytes[this.length++] = 0;
  }

  /** A string without its end: the common beginning of the keys of every string that starts with it. */
  stringPrefix(value: string): void {
    this.reserve(value.length * 3 + 2);
    if (!value.includes('\0')) {
      this.length += this.bytes.write(value, this.length, 'utf8');
      return;
    }
    for (const [index, part] of value.split('\0').entries()) {
      if (index > 0) {
        this.reserve(2);
        this.bytes[this.length++] = 0;
        this.bytes[this.length++] = 0xff;
      }
      this.reserve(part.length * 3);
      this.length += this.bytes.write(part, this.length, 'utf8');
    }
  }

  /** Turns ascending bytes written since `start` into descending ones. */
  invertFrom(start: number): void {
    for (let i = start; i < this.length; i++) this.bytes[i] = ~(this.bytes[i] as number) & 0xff;
  }

  take(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length));
  }
}
