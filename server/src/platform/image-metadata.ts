/** Exif, XMP and IPTC tell where and when a photograph was taken, by whom, with what; comments may tell anything. */
const TOLD_BY_JPEG = new Set([0xe1, 0xed, 0xfe]);
const TOLD_BY_PNG = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);
const TOLD_BY_WEBP = new Set(['EXIF', 'XMP ']);
/** The bits by which a WebP announces its Exif and its XMP (RFC 9649, 2.7.1). */
const ANNOUNCED_BY_WEBP = 0x08 | 0x04;

const EXIF = 'Exif\0\0';
const ORIENTATION = 0x0112;
const ENTRY_BYTES = 12;

/** How a photograph is turned, 1 to 8 (Exif 2.3, tag 274); null when it does not say. */
const orientationOf = (segment: Buffer): number | null => {
  const tiff = segment.subarray(4 + EXIF.length);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let left = short(directory), at = directory + 2; left > 0; left--, at += ENTRY_BYTES)
    if (short(at) === ORIENTATION) return short(at + 8);
  return null;
};

/** An Exif that tells how the photograph is turned and nothing else. */
const turned = (orientation: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from(`${EXIF}MM\0*\0\0\0\u0008\0\u0001`, 'latin1'),
    Buffer.from([ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ]);

const keptOfSegment = (segment: Buffer): Buffer[] => {
  if (!TOLD_BY_JPEG.has(segment[1] as number)) return [segment];
  if (segment.toString('latin1', 4, 4 + EXIF.length) !== EXIF) return [];
  const orientation = orientationOf(segment);
  return orientation !== null && orientation >= 2 && orientation <= 8 ? [turned(orientation)] : [];
};

/** Segments come before the pixels, each with its length. */
const jpeg = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    if (next > bytes.length) return bytes;
    kept.push(...keptOfSegment(bytes.subarray(at, next)));
    at = next;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
};

/** Chunks: length, name, data, check. What follows the last is no image. */
const png = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const next = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (next > bytes.length) return bytes;
    if (!TOLD_BY_PNG.has(name)) kept.push(bytes.subarray(at, next));
    if (name === 'IEND') break;
    at = next;
  }
  return Buffer.concat(kept);
};

/** Chunks: name, length, data, made even; the whole begins with its own length. */
const webp = (bytes: Buffer): Buffer => {
  const kept = [Buffer.from(bytes.subarray(0, 12))];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    const name = bytes.toString('latin1', at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, next));
    if (name === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~ANNOUNCED_BY_WEBP, 8);
    if (!TOLD_BY_WEBP.has(name)) kept.push(chunk);
    at = next;
  }
  const whole = Buffer.concat(kept);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
};

const CLEANERS: Record<string, (bytes: Buffer) => Buffer> = { 'image/jpeg': jpeg, 'image/png': png, 'image/webp': webp };

/** An image without what is written beside its pixels, but how it is turned and its colours; as it came when it is cut. */
export const withoutMetadata = (bytes: Buffer, type: string): Buffer => {
  try {
    return CLEANERS[type]?.(bytes) ?? bytes;
  } catch (error) {
    // Cut within what says how long it is.
    if (error instanceof RangeError) return bytes;
    throw error;
  }
};
