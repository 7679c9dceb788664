import { expect, test } from 'vitest';
import { withoutMetadata } from './image-metadata.ts';

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};
/** One entry of an Exif directory: tag, type, one value. */
const entry = (tag: number, type: number, value: number): number[] => [tag >> 8, tag & 0xff, 0, type, 0, 0, 0, 1, 0, value, 0, 0];
const exif = (...entries: number[][]): Buffer =>
  Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\u0008', 'latin1'), Buffer.from([0, entries.length, ...entries.flat(), 0, 0, 0, 0])]);
const [start, end] = [Buffer.from([0xff, 0xd8]), Buffer.from('ffda0002aabbffd9', 'hex')];
const colours = segment(0xe2, Buffer.from('ICC_PROFILE'));
const GPS = entry(0x8825, 4, 1);
const TURNED = entry(0x0112, 3, 6);

const part = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};
const riffPart = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(type), length, data]);
};
const webp = (...parts: Buffer[]): Buffer => riffPart('RIFF', Buffer.concat([Buffer.from('WEBP'), ...parts]));

test('a JPEG keeps its colours and its orientation, and says no more where it was taken', () => {
  const photo = Buffer.concat([start, segment(0xe1, exif(TURNED, GPS)), segment(0xed, Buffer.from('IPTC')), colours, end]);
  expect(withoutMetadata(photo, 'image/jpeg')).toEqual(Buffer.concat([start, segment(0xe1, exif(TURNED)), colours, end]));
});

test('a JPEG that was not turned keeps nothing of its Exif, nor its comment', () => {
  const photo = Buffer.concat([start, segment(0xe1, exif(GPS)), segment(0xfe, Buffer.from('de Mme X')), end]);
  expect(withoutMetadata(photo, 'image/jpeg')).toEqual(Buffer.concat([start, end]));
});

test('a PNG loses its texts, its Exif and what follows its end', () => {
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const shown = [part('IHDR', Buffer.alloc(13)), part('IDAT', Buffer.from('x')), part('IEND', Buffer.alloc(0))];
  const [head, data, last] = shown as [Buffer, Buffer, Buffer];
  const said = [part('tEXt', Buffer.from('Author')), part('eXIf', exif(GPS))];
  expect(withoutMetadata(Buffer.concat([signature, head, ...said, data, last, Buffer.from('<script>')]), 'image/png')).toEqual(
    Buffer.concat([signature, ...shown]),
  );
});

test('a WebP loses its Exif and its XMP, and no longer announces them', () => {
  const flags = (value: number) => riffPart('VP8X', Buffer.from([value, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const pixels = riffPart('VP8 ', Buffer.from('pixels'));
  const said = webp(flags(0x1c), pixels, riffPart('EXIF', Buffer.from('GPS!')), riffPart('XMP ', Buffer.from('<x/>')));
  expect(withoutMetadata(said, 'image/webp')).toEqual(webp(flags(0x10), pixels));
});

test('what is cut is kept as it came', () => {
  const cut = Buffer.concat([start, Buffer.from('ffe1ffff45', 'hex')]);
  expect(withoutMetadata(cut, 'image/jpeg')).toEqual(cut);
});
