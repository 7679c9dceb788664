const FINAL_BINARY = 0x82;
const NOTHING = new Uint8Array(0);

const headerSize = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);

const writeHeader = (target: Buffer, at: number, length: number): number => {
  target[at] = FINAL_BINARY;
  if (length < 126) {
    target[at + 1] = length;
    return at + 2;
  }
  if (length < 65_536) {
    target[at + 1] = 126;
    return target.writeUInt16BE(length, at + 2);
  }
  target[at + 1] = 127;
  return target.writeBigUInt64BE(BigInt(length), at + 2);
};

/** Several messages ready to be written to a socket at once. `ends[i]` is where the frame of the i-th ends. */
export interface Framed {
  bytes: Buffer;
  ends: number[];
}

/**
 * Puts each message, `head` followed by a tail, into a WebSocket frame of its own (RFC 6455, 5.2; a server masks nothing), all
 * in one buffer: it is framed once, however many read it, and every reader takes one write.
 */
export const frameAll = (head: Uint8Array, tails: readonly Uint8Array[]): Framed => {
  let size = 0;
  for (const tail of tails) size += headerSize(head.length + tail.length) + head.length + tail.length;
  const bytes = Buffer.allocUnsafe(size);
  const ends: number[] = [];
  let at = 0;
  for (const tail of tails) {
    at = writeHeader(bytes, at, head.length + tail.length);
    bytes.set(head, at);
    bytes.set(tail, at + head.length);
    at += head.length + tail.length;
    ends.push(at);
  }
  return { bytes, ends };
};

/** One message in its frame. */
export const frame = (message: Uint8Array): Buffer => frameAll(NOTHING, [message]).bytes;

/** The frames but those for which `leaveOut` says so; null when none is left. */
export const framesBut = ({ bytes, ends }: Framed, leaveOut: (index: number) => boolean): Buffer | null => {
  const kept: Buffer[] = [];
  let start = 0;
  ends.forEach((end, index) => {
    if (!leaveOut(index)) kept.push(bytes.subarray(start, end));
    start = end;
  });
  return kept.length === 0 ? null : Buffer.concat(kept);
};
