import { expect, test } from 'vitest';
import { placeMailWords } from './tell-place.ts';

const NEED = { metier: 'atsem', place: 'École Jules-Ferry', commune: 'hergnies' };
const substitute = { id: 's', name: 'Remplaçante, Onnaing', commune: { slug: 'onnaing', name: 'Onnaing' } };
const slots = [
  { date: '2026-12-01', half: 'pm', start: '13:30', end: '17:00' },
  { date: '2026-12-01', half: 'am', start: '08:30', end: '12:00' },
] as const;

test('a mail to the service says who comes, each half-day with its hours, and where', () => {
  const { subject, text } = placeMailWords(NEED, { booked: true, substitute, slots });
  expect(subject).toMatch(/^Remplacement\u00a0: .*École Jules-Ferry$/);
  expect(text).toContain('Remplaçante, Onnaing assure le remplacement');
  const [morning, afternoon] = text.split('\n').filter((line) => line.startsWith('- '));
  expect(morning).toBe('- mardi 1er\u00a0décembre matin, de 8\u00a0h\u00a030 à 12\u00a0h'.replace('1er\u00a0', '1er '));
  expect(afternoon).toContain('après-midi, de 13\u00a0h\u00a030 à 17\u00a0h');
});

test('and the same who no longer does', () => {
  const { subject, text } = placeMailWords(NEED, { booked: false, substitute, slots });
  expect(subject).toMatch(/^Remplacement annulé/);
  expect(text).toContain('n’assure plus le remplacement');
});
