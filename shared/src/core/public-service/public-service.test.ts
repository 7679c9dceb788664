import { describe, expect, it } from 'vitest';
import { DIPLOMAS, diplomaOf, diplomasOfGroup } from './diplomas.ts';
import { CADRES, cadreOf } from './grades.ts';
import { METIERS, metierLabel, metierOf } from './metiers.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const slugs = (list: readonly { slug: string }[]): string[] => list.map(({ slug }) => slug);

describe('the vocabulary of the public service', () => {
  it.each([
    ['métiers', slugs(METIERS)],
    ['cadres d’emplois', slugs(CADRES)],
    ['diplomas', slugs(DIPLOMAS)],
  ])('names each of the %s once, in ASCII', (_name, names) => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !SLUG.test(name))).toEqual([]);
  });

  it('gives each métier cadres d’emplois and diplomas that exist', () => {
    for (const { cadres, diplomas, slug } of METIERS) {
      expect(cadres.length, slug).toBeGreaterThan(0);
      expect(cadres.every(Boolean), slug).toBe(true);
      expect(
        diplomas.filter((one) => !diplomaOf(one)),
        slug,
      ).toEqual([]);
    }
  });

  it('puts an ATSEM in her filière, catégorie and grades', () => {
    expect(metierOf('atsem')).toMatchObject({ filiere: 'sociale', categorie: 'C' });
    expect(metierOf('atsem')?.diplomas).toContain('cap-aepe');
    expect(cadreOf('atsem')?.grades).toEqual(['ATSEM principal de 2e classe', 'ATSEM principal de 1re classe']);
  });

  it('builds the « principal » grades of a cadre of three', () => {
    expect(cadreOf('redacteurs')?.grades).toEqual(['Rédacteur', 'Rédacteur principal de 2e classe', 'Rédacteur principal de 1re classe']);
  });

  it('counts auxiliaires and éducateurs among the diploma’d staff of a crèche, the CAP among the qualified', () => {
    expect(diplomasOfGroup('creche-diplomes')).toEqual(expect.arrayContaining(['deap', 'deeje']));
    expect(diplomasOfGroup('creche-qualifies')).toContain('cap-aepe');
  });

  it('says the slug of a métier it does not know', () => {
    expect(metierLabel('atsem')).toBe('ATSEM');
    expect(metierLabel('allumeur-de-reverberes')).toBe('allumeur-de-reverberes');
  });
});
