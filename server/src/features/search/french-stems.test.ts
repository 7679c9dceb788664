import { describe, expect, test } from 'vitest';
import { fold } from '../../platform/fold.ts';
import { isStopword, stemOf } from './french-stems.ts';

const stem = (word: string) => stemOf(fold(word));

describe('the stem of a word', () => {
  test.each([
    ['délibération', 'délibérations', 'délibérer', 'deliberation'],
    ['commune', 'communes', 'Commune'],
    ['communal', 'communale', 'communaux'],
    ['communication', 'communiquer', 'communiqué'],
    ['employé', 'employée', 'employés', 'employées', 'employe', 'employee'],
    ['agréé', 'agréée', 'agréés', 'agreees'],
    ['élu', 'élus', 'élue', 'élues', 'ELUS'],
    ['loi', 'lois'],
    ['emploi', 'emplois'],
    ['travail', 'travaux'],
    ['enjeu', 'enjeux'],
    ['vœu', 'voeux', 'vœux'],
    ['vélo', 'vélos'],
    ['revenu', 'revenus'],
    ['inclus', 'incluse', 'incluses'],
    ['recruter', 'recrutement', 'recrutements'],
    ['électricité', 'electricite', 'Électricité', 'e\u0301lectricite\u0301'],
  ])('is the same for %s and its family', (first, ...others) => {
    expect(others.map(stem)).toEqual(others.map(() => stem(first)));
  });

  test.each([
    ['mobilier', 'mobiliser'],
    ['commune', 'communication'],
    ['musée', 'mur'],
    ['poste', 'poster-affiche'],
  ])('tells %s from %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  test.each(['constructor', 'toString', 'valueOf', '__proto__'])('is a text for %s too, which every object has', (word) => {
    expect(stem(word)).toMatch(/^[a-z_]+$/);
  });

  test('leaves numbers and acronyms with figures alone', () => {
    expect(['2122-22', 'm57', '1er', 'c'].map(stemOf)).toEqual(['2122-22', 'm57', '1er', 'c']);
  });
});

test('articles and question words are stopwords, what is asked about is not', () => {
  expect(['le', 'des', 'comment', 'aujourdhui'].map(isStopword)).toEqual([true, true, true, true]);
  expect(['conge', 'ete', 'plu', 'b'].map(isStopword)).toEqual([false, false, false, false]);
});
