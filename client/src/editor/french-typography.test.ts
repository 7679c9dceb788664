import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeset } from './french-typography.ts';

test.each([
  ['Quel indice ?', 'Quel indice\u202f?'],
  ['Objet : repas', 'Objet\u202f: repas'],
  ['un indice « maison »', 'un indice «\u202fmaison\u202f»'],
  ["l'arrêté d'Anzin", 'l’arrêté d’Anzin'],
  ['41 000 repas, 15 %', '41\u202f000 repas, 15\u202f%'],
  ['à suivre...', 'à suivre…'],
  ['https://anzin.fr/a?b=1:2', 'https://anzin.fr/a?b=1:2'],
  ['prix\u00a0: « repas »', 'prix\u202f: «\u202frepas\u202f»'],
  ['le 12 2024', 'le 12 2024'],
])('%s', (typed, printed) => {
  expect(typeset(typed)).toBe(printed);
});

test('setting twice changes nothing more', () => {
  const pieces = fc.constantFrom(' ', '?', ':', '«', '»', '1', '000', "'", 'a', '...', '%', '.');
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const once = typeset(parts.join(''));
      expect(typeset(once)).toBe(once);
    }),
  );
});
