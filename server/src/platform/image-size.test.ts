import { expect, test } from 'vitest';
import { imageSizeOf } from './image-size.ts';

const bytes = (hex: string): Buffer => Buffer.concat([Buffer.from(hex.replaceAll(' ', ''), 'hex'), Buffer.alloc(16)]);

test.each([
  ['image/png', '89504e470d0a1a0a 0000000d 49484452 00000280 000001e0', 640, 480],
  ['image/gif', '474946383961 8002 e001', 640, 480],
  ['image/jpeg', 'ffd8 ffe0 0004 0000 ffc4 0003 00 ffc2 0011 08 01e0 0280', 640, 480],
  ['image/webp', '52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100', 640, 480],
  ['image/webp', '52494646 00000000 57454250 5650384c 00000000 2f 7fc27700', 640, 480],
  ['image/webp', '52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001', 640, 480],
])('reads the size of an image: %s', (type, hex, width, height) => {
  expect(imageSizeOf(bytes(hex), type)).toEqual({ width, height });
});

test('says nothing of an image that is cut or is none', () => {
  expect(imageSizeOf(Buffer.from('89504e47', 'hex'), 'image/png')).toBeNull();
  expect(imageSizeOf(Buffer.alloc(64), 'image/jpeg')).toBeNull();
  expect(imageSizeOf(Buffer.alloc(64), 'image/svg+xml')).toBeNull();
});
