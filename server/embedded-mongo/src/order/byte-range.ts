/** The keys from `start` (included) to `end` (excluded), in byte order. */
export interface ByteRange {
  start: Buffer;
  end: Buffer;
}

/** The smallest bytes above everything that begins with `prefix`. */
export function successor(prefix: Buffer): Buffer {
  let last = prefix.length - 1;
  while (last >= 0 && prefix[last] === 0xff) last--;
  if (last < 0) return Buffer.alloc(64, 0xff);
  const result = Buffer.from(prefix.subarray(0, last + 1));
  result[last] = (result[last] as number) + 1;
  return result;
}

/** All keys beginning with `prefix`. */
export function prefixRange(prefix: Buffer): ByteRange {
  return { start: prefix, end: successor(prefix) };
}

export function invert(bytes: Buffer): Buffer {
  const result = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i++) result[i] = ~(bytes[i] as number) & 0xff;
  return result;
}
