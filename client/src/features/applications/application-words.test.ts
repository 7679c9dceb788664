import { expect, test } from 'vitest';
import { interviewInWords } from './application-words.ts';

test('an interview is said with its length and its place', () => {
  const words = interviewInWords({ at: new Date(2031, 0, 7, 14, 30).toISOString(), minutes: 45, place: 'mairie' });
  expect(words.replaceAll('\u00a0', ' ')).toBe('mardi 7 janvier 2031, 14 h 30, 45 min, mairie');
});
