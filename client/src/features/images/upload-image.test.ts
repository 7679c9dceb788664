import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittedSize, IMAGE_SIDE_MAX } from './upload-image.ts';

test('a photograph is brought within bounds and keeps its proportions', () => {
  expect(fittedSize(4_000, 3_000)).toEqual({ width: 1_600, height: 1_200 });
  expect(fittedSize(3_000, 4_000)).toEqual({ width: 1_200, height: 1_600 });
});

test('a small image stays as it is', () => {
  expect(fittedSize(640, 480)).toEqual({ width: 640, height: 480 });
});

test('no size goes beyond the bound or vanishes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 60_000 }), (width, height) => {
      const size = fittedSize(width, height);
      expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(Math.min(IMAGE_SIDE_MAX, Math.max(width, height)));
      expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
    }),
  );
});
