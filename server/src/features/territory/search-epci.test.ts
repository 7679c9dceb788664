import { beforeAll, describe, expect, it } from 'vitest';
import { nationalRegister, type RegisteredEpci } from './national-register.ts';
import { namedEpci, searchEpci } from './search-epci.ts';

let register: RegisteredEpci[];
beforeAll(async () => {
  register = await nationalRegister();
});
const first = (q: string) => searchEpci(register, q)[0]?.epci.name;

describe('looking for an EPCI', () => {
  it.each([
    ['metz', 'Metz Métropole'],
    ['METZ MÉTRO', 'Metz Métropole'],
    ['200039865', 'Metz Métropole'],
    ['200 039 865', 'Metz Métropole'],
    ['saint etienne', 'Saint-Étienne Métropole'],
    ['CA du Grand Dole', 'Communauté d’agglomération du Grand Dole'],
    ['communauté d’agglomération grand dole', 'Communauté d’agglomération du Grand Dole'],
    ['coeur d’essonne', 'Cœur d’Essonne Agglomération'],
    ["cœur d'essonne", 'Cœur d’Essonne Agglomération'],
    ['lyon', 'Métropole de Lyon'],
    ['arras', 'Communauté urbaine d’Arras'],
  ])('« %s » finds %s first', (q, name) => expect(first(q)).toBe(name));

  it('finds by a commune where no name fits, and says by which', () => {
    const [found] = searchEpci(register, 'scy chazelles');
    expect(found).toMatchObject({ foundBy: 'Scy-Chazelles', epci: { name: 'Metz Métropole' } });
  });

  it('puts names before communes', () => {
    const kinds = searchEpci(register, 'metz').map(({ foundBy }) => foundBy === null);
    expect(kinds.lastIndexOf(true)).toBeLessThan(kinds.indexOf(false));
  });

  it.each([['xylophone'], [''], ['   '], ['…'], ['000 000 000']])('« %s » finds nothing', (q) =>
    expect(searchEpci(register, q)).toEqual([]),
  );

  it('leaves out communes that belong to no EPCI', () => {
    expect(searchEpci(register, 'ouessant')).toEqual([]);
  });
});

describe('naming an EPCI once and for all', () => {
  it('takes a number, a whole name or the only name that fits', () => {
    for (const wanted of ['200039865', 'Metz Métropole', 'metz metropole', 'metz'])
      expect(namedEpci(register, wanted).epci?.siren).toBe('200039865');
  });

  it('takes none of several, and gives them to choose from', () => {
    const { epci, found } = namedEpci(register, 'grand paris');
    expect(epci).toBeNull();
    expect(found.length).toBeGreaterThan(3);
    expect(namedEpci(register, 'Métropole du Grand Paris').epci?.siren).toBe('200054781');
  });

  it('does not take a commune’s name for the EPCI’s', () => {
    expect(namedEpci(register, 'Scy-Chazelles')).toMatchObject({ epci: null, found: [{ foundBy: 'Scy-Chazelles' }] });
  });
});
