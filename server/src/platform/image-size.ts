/** Four bytes a pixel once decoded, by browsers and by exports: far above a photograph's, far below what would fill a memory. */
export const PIXELS_MAX = 30_000_000;

interface Size {
  width: number;
  height: number;
}

const png = (bytes: Buffer): Size => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });
const gif = (bytes: Buffer): Size => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) });

/** The frame header, whichever the coding (SOF0 to SOF15, tables apart), comes after segments that say how long they are. */
const jpeg = (bytes: Buffer): Size | null => {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
};

const webp = (bytes: Buffer): Size | null => {
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
};

const READERS: Record<string, (bytes: Buffer) => Size | null> = {
  'image/png': png,
  'image/gif': gif,
  'image/jpeg': jpeg,
  'image/webp': webp,
};

/** How wide and high an image is, from its header; null when it does not say. */
export const imageSizeOf = (bytes: Buffer, type: string): Size | null => {
  try {
    const size = READERS[type]?.(bytes) ?? null;
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // Cut before its size.
    if (error instanceof RangeError) return null;
    throw error;
  }
};
