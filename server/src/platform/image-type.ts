import type { IMAGE_TYPES } from '@beffroi/shared/features/images/images.contract';

type ImageType = (typeof IMAGE_TYPES)[number];

const startsWith = (bytes: Uint8Array, ...expected: (number | null)[]): boolean =>
  expected.every((byte, index) => byte === null || bytes[index] === byte);

/**
 * What an image really is, read from its first bytes whatever its name or declared type says; null when none of ours.
 * Signatures: PNG (ISO/IEC 15948), JPEG (ISO/IEC 10918-1), GIF89a, WebP (RFC 9649).
 */
export const imageTypeOf = (bytes: Uint8Array): ImageType | null => {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(bytes, 0x47, 0x49, 0x46, 0x38)) return 'image/gif';
  if (startsWith(bytes, 0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50)) return 'image/webp';
  return null;
};
