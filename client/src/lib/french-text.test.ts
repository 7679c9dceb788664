import { describe, expect, it } from 'vitest';
import { fold, matchesWords } from './french-fold.ts';
import { initials, number, plural } from './french-text.ts';

describe('numbers and plurals', () => {
  it('parts thousands with a narrow no-break space', () => {
    expect(number(41_000)).toBe('41\u202f000');
  });

  it.each([
    [0, '0\u00a0réponse'],
    [1, '1\u00a0réponse'],
    [2, '2\u00a0réponses'],
    [1204, '1\u202f204\u00a0réponses'],
  ])('%d', (count, expected) => {
    expect(plural(count, 'réponse', 'réponses')).toBe(expected);
  });
});

describe('initials', () => {
  it.each([
    ['Anzin', 'AN'],
    ['Saint-Saulve', 'SS'],
    ['Bruay-sur-l’Escaut', 'BE'],
    ['Valenciennes Métropole', 'VM'],
    ['Directrice du CCAS', 'DC'],
    ['Échillais', 'ÉC'],
    ['', ''],
  ])('%s gives %s', (text, expected) => {
    expect(initials(text)).toBe(expected);
  });
});

describe('comparing without accents', () => {
  it('folds letters', () => {
    expect(fold('Œuvre à Préseau')).toBe('oeuvre a preseau');
  });

  it.each([
    ['Marchés publics', 'marche pub', true],
    ['Bruay-sur-l’Escaut', 'escaut', true],
    ['Ressources humaines', 'humaines res', true],
    ['Urbanisme', 'banisme', false],
    ['Juridique', '', true],
  ])('%s matches « %s »: %s', (text, query, expected) => {
    expect(matchesWords(text, query)).toBe(expected);
  });
});
