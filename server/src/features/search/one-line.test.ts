import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

test('a text becomes one line, its typography kept and what is invisible left out', () => {
  expect(oneLine('  Le mar\u00ADché\n\n\tpublic\u200B :\u00A0« 3\u202F000 € »  ')).toBe('Le marché public :\u00A0« 3\u202F000 € »');
});
