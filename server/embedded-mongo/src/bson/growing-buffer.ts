const FIRST_SIZE = 64 * 1024;
/** A buffer grown beyond this is let go once its content is taken. */
const KEPT_SIZE = 4 * 1024 * 1024;
const SHORT = 40;

/** Bytes written one after the other into a buffer kept from one use to the next, so that writing allocates only its result. */
export class GrowingBuffer {
  bytes = Buffer.allocUnsafe(FIRST_SIZE);
  length = 0;

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

  int32(value: number): void {
    this.reserve(4);
    this.length = this.bytes.writeInt32LE(value, this.length);
  }

  double(value: number): void {
    this.reserve(8);
    this.length = this.bytes.writeDoubleLE(value, this.length);
  }

  int64(value: bigint): void {
    this.reserve(8);
    this.length = this.bytes.writeBigUInt64LE(BigInt.asUintN(64, value), this.length);
  }

  raw(value: Uint8Array): void {
    this.reserve(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  /** A string without its end. Short ones, nearly all ASCII, are written faster here than by calling out of JavaScript. */
  utf8(value: string): void {
    this.reserve(value.length * 3);
    const { bytes, length } = this;
    if (value.length <= SHORT) {
      let i = 0;
      for (; i < value.length; i++) {
        const code = value.charCodeAt(i);
        if (code >= 0x80) break;
        bytes[length + i] = code;
      }
      if (i === value.length) {
        this.length += i;
        return;
      }
    }
    this.length += bytes.write(value, length, 'utf8');
  }

  /** What has been written; the next content begins anew. */
  take(): Buffer {
    const result = Buffer.from(this.bytes.subarray(0, this.length));
    if (this.bytes.length > KEPT_SIZE) this.bytes = Buffer.allocUnsafe(FIRST_SIZE);
    this.length = 0;
    return result;
  }
}
