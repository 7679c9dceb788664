import { expect, test } from 'vitest';
import { crc32c } from './crc32c.ts';

/** The values of RFC 3720, B.4. */
test.each([
  ['nothing', Buffer.alloc(0), 0],
  ['32 zeros', Buffer.alloc(32), 0x8a9136aa],
  ['32 ones', Buffer.alloc(32, 0xff), 0x62a8ab43],
  ['the numbers to 31', Buffer.from(Array.from({ length: 32 }, (_, i) => i)), 0x46dd794e],
  ['nine digits', Buffer.from('123456789'), 0xe3069283],
])('is that of the standard for %s', (_, bytes, checksum) => {
  expect(crc32c(bytes)).toBe(checksum);
});
