import { expect, it } from 'vitest';
import { distanceKm } from './distance.ts';

const VALENCIENNES = { latitude: 50.357, longitude: 3.523 };
const LILLE = { latitude: 50.629, longitude: 3.057 };

it('measures as the crow flies, the same both ways', () => {
  expect(distanceKm(VALENCIENNES, LILLE)).toBeCloseTo(44.8, 0);
  expect(distanceKm(LILLE, VALENCIENNES)).toBeCloseTo(distanceKm(VALENCIENNES, LILLE), 9);
  expect(distanceKm(LILLE, LILLE)).toBe(0);
});
