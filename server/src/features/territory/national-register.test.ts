import { slugSchema } from '@beffroi/shared/core/ids';
import { LEGAL_FORMS } from '@beffroi/shared/features/territory/territory.vocabulary';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { nationalRegister, type RegisteredEpci } from './national-register.ts';
import { territoryCommunes } from './territory-communes.ts';

let register: RegisteredEpci[];
const named = (name: string): RegisteredEpci => {
  const epci = register.find((one) => one.name === name);
  if (!epci) throw new Error(`no EPCI named ${name}`);
  return epci;
};
const communeNames = (name: string) => territoryCommunes(named(name), name).map((commune) => commune.name);

beforeAll(async () => {
  register = await nationalRegister();
});

describe('the register of EPCI', () => {
  it('holds every EPCI of France and the territories of Grand Paris, each once', () => {
    expect(register.length).toBeGreaterThan(1_200);
    expect(new Set(register.map(({ siren }) => siren)).size).toBe(register.length);
    expect(new Set(register.map(({ legalForm }) => legalForm))).toEqual(new Set(LEGAL_FORMS));
  });

  it('gives the whole of each: communes with their numbers and people, that add up', () => {
    const wrong = register.filter(
      ({ siren, name, communes, population, departments }) =>
        !/^\d{9}$/.test(siren) ||
        !name ||
        departments.length === 0 ||
        communes.length === 0 ||
        communes.reduce((sum, commune) => sum + commune.population, 0) !== population ||
        communes.some((commune) => !/^\d[\dAB]\d{3}$/.test(commune.inseeCode) || !/^\d{9}$/.test(commune.siren)),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('counts Metz Métropole’s communes and people', () => {
    const metz = named('Metz Métropole');
    expect(metz).toMatchObject({ siren: '200039865', legalForm: 'METRO', departments: ['Moselle'], officialName: 'Metz Métropole' });
    expect(metz.communes).toHaveLength(46);
    expect(metz.communes.find(({ name }) => name === 'Metz')).toMatchObject({
      inseeCode: '57463',
      siren: '215704636',
      postalCodes: ['57000', '57050', '57070'],
    });
    expect(metz.population).toBeGreaterThan(220_000);
  });

  it('knows Paris, Lyon and Marseille whole, and what lies overseas', () => {
    expect(communeNames('Métropole du Grand Paris').filter((name) => name.startsWith('Paris'))).toEqual(['Paris']);
    expect(communeNames('Métropole de Lyon').filter((name) => /^Lyon/.test(name))).toEqual(['Lyon']);
    expect(communeNames('Métropole d’Aix-Marseille-Provence').filter((name) => /^Marseille/.test(name))).toEqual(['Marseille']);
    expect(register.filter(({ communes }) => communes.some(({ inseeCode }) => inseeCode.startsWith('97'))).length).toBeGreaterThan(15);
  });

  it('is kept while somebody asks, and given back a minute after', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const kept = nationalRegister();
    vi.advanceTimersByTime(50_000);
    expect(nationalRegister()).toBe(kept);
    vi.advanceTimersByTime(50_000);
    expect(nationalRegister()).toBe(kept);
    vi.advanceTimersByTime(61_000);
    expect(nationalRegister()).not.toBe(kept);
    expect(await nationalRegister()).toEqual(await kept);
  });
});

describe('the communes of a territory', () => {
  it('can be created for every EPCI: all of them, under slugs and names no two share', () => {
    const wrong = register.filter((epci) => {
      const communes = territoryCommunes(epci, epci.name);
      const distinct = (values: string[]) => new Set(values).size === communes.length;
      return (
        communes.length !== epci.communes.length + 1 ||
        !distinct(communes.map(({ slug }) => slug)) ||
        !distinct(communes.map(({ name }) => name)) ||
        communes.some(({ slug, name }) => !slugSchema.safeParse(slug).success || /['"]| {2}| $/.test(name))
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('begin with the EPCI itself, then the communes in French order', () => {
    const communes = territoryCommunes(named('Metz Métropole'), 'Metz Métropole');
    expect(communes[0]).toMatchObject({ slug: 'metz-metropole', kind: 'epci', siren: '200039865', inseeCode: null });
    expect(communes.slice(1, 4).map(({ name }) => name)).toEqual(['Amanvillers', 'Ars-Laquenexy', 'Ars-sur-Moselle']);
    expect(communes.find(({ name }) => name === 'Moulins-lès-Metz')).toMatchObject({ slug: 'moulins-les-metz', kind: 'commune' });
  });

  it('tell two communes of one name apart by their département', () => {
    const communes = territoryCommunes(named('Usses et Rhône'), 'Usses et Rhône');
    const both = communes.filter(({ name }) => name.startsWith('Seyssel')).map(({ name, slug }) => [name, slug]);
    expect(both.sort()).toEqual([
      ['Seyssel (Ain)', 'seyssel-ain'],
      ['Seyssel (Haute-Savoie)', 'seyssel-haute-savoie'],
    ]);
  });

  it('keep their slugs when the EPCI is given a commune’s name, or one without a letter', () => {
    const metz = named('Metz Métropole');
    expect(territoryCommunes(metz, 'Metz')[0]?.slug).toBe('metz-intercommunalite');
    expect(territoryCommunes(metz, '…')[0]?.slug).toBe('intercommunalite');
    expect(territoryCommunes(metz, 'é'.repeat(120))[0]?.slug).toHaveLength(80);
  });
});
