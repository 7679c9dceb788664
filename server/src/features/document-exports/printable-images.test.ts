import { decode as decodeJpeg } from 'jpeg-js';
import { expect, test } from 'vitest';
import { imageSizeOf } from '../../platform/image-size.ts';
import { imageTypeOf } from '../../platform/image-type.ts';
import { withPrintableImages } from './printable-images.ts';
import { pngOf } from './testing/png.ts';
import { sampleDocument } from './testing/sample-document.ts';

const OPAQUE = 'UklGRkwAAABXRUJQVlA4IEAAAABQAwCdASpAACAAPm02l0ikIyIhJAgAgA2JZwB2AABBGkjDQAD+8DhD/+LWtwtLD//7Sz/6ln/1LP8YSVGqwUAA';
const THROUGH = 'UklGRiIAAABXRUJQVlA4TBUAAAAvP8AHEAcQUeRqBYCE8P+8GtH/1AcA';

const printable = (data: Buffer, width = 64, height = 32, type = 'image/webp') => {
  const document = { ...sampleDocument(), images: new Map([['/api/images/x', { data, type, width, height }]]) };
  return withPrintableImages(document).images.get('/api/images/x');
};

test('a photograph kept as WebP is written as JPEG, its colours kept', () => {
  const image = printable(Buffer.from(OPAQUE, 'base64'));
  expect(image).toMatchObject({ type: 'image/jpeg', width: 64, height: 32 });
  const { data } = decodeJpeg(image?.data as Buffer, { useTArray: true });
  const [red = 0, green = 0, blue = 0] = data;
  expect(red).toBeGreaterThan(180);
  expect(Math.max(green, blue)).toBeLessThan(60);
});

test('one that lets the page show through is written as PNG', () => {
  const image = printable(Buffer.from(THROUGH, 'base64'));
  const bytes = Buffer.from(image?.data ?? []);
  expect(imageTypeOf(bytes)).toBe('image/png');
  expect(imageSizeOf(bytes, 'image/png')).toEqual({ width: 64, height: 32 });
});

test('one that is damaged, or too large to be decoded, is left out', () => {
  expect(printable(Buffer.from(OPAQUE, 'base64').subarray(0, 30))).toBeUndefined();
  expect(printable(Buffer.from(OPAQUE, 'base64'), 16_000, 16_000)).toBeUndefined();
});

test('others stay as they are', () => {
  const [png, jpeg] = [pngOf(4, 2), Buffer.from('x')];
  expect(printable(png, 4, 2, 'image/png')?.data).toBe(png);
  expect(printable(jpeg, 1, 1, 'image/jpeg')?.data).toBe(jpeg);
});

test('a PNG that is too large, unfolds to more than it announces, or is damaged, is left out', () => {
  expect(printable(pngOf(4, 2), 16_000, 16_000, 'image/png')).toBeUndefined();
  expect(printable(pngOf(400, 200), 4, 2, 'image/png')).toBeUndefined();
  expect(printable(pngOf(4, 2).subarray(0, 45), 4, 2, 'image/png')).toBeUndefined();
});
