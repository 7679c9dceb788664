import { fold } from '../../platform/fold.ts';
import type { RegisteredCommune, RegisteredEpci } from './national-register.ts';

/** A commune of the new territory, or its EPCI, which employs people too. */
export interface TerritoryCommune {
  slug: string;
  name: string;
  kind: 'commune' | 'epci';
  inseeCode: string | null;
  siren: string;
  postalCodes: string[];
  population: number;
}

const SLUG_MAX = 80;

const slugOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_MAX)
    .replace(/^-|-$/g, '');

const withSuffix = (slug: string, suffix: string): string => `${slug.slice(0, SLUG_MAX - suffix.length - 1).replace(/-$/, '')}-${suffix}`;

/** How often each value occurs. */
const counts = (values: string[]): Map<string, number> => {
  const map = new Map<string, number>();
  for (const value of values) map.set(value, (map.get(value) ?? 0) + 1);
  return map;
};

/** Two communes of one name, which only their département tells apart, say it: « Seyssel (Ain) ». */
const distinctNames = (communes: RegisteredCommune[]): string[] => {
  const times = counts(communes.map(({ name }) => name));
  const told = communes.map(({ name, department }) => ((times.get(name) ?? 0) > 1 ? `${name} (${department})` : name));
  const timesTold = counts(told);
  return communes.map(({ name, inseeCode }, index) => {
    const shown = told[index] as string;
    return (timesTold.get(shown) ?? 0) > 1 ? `${name} (${inseeCode})` : shown;
  });
};

const distinctSlugs = (names: string[], communes: RegisteredCommune[]): string[] => {
  const slugs = names.map(slugOf);
  const times = counts(slugs);
  return slugs.map((slug, index) => ((times.get(slug) ?? 0) > 1 ? withSuffix(slug, communes[index]?.inseeCode as string) : slug));
};

/** The communes of an EPCI in alphabetical order, under names and slugs no two share, after the EPCI itself, under the name it is given. */
export const territoryCommunes = (epci: RegisteredEpci, name: string): TerritoryCommune[] => {
  const communes = [...epci.communes].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  const names = distinctNames(communes);
  const slugs = distinctSlugs(names, communes);
  const own = slugOf(name) || 'intercommunalite';
  const structure: TerritoryCommune = {
    slug: slugs.includes(own) ? withSuffix(own, 'intercommunalite') : own,
    name,
    kind: 'epci',
    inseeCode: null,
    siren: epci.siren,
    postalCodes: [],
    population: epci.population,
  };
  const others = communes.map(({ inseeCode, siren, postalCodes, population }, index) => {
    const [slug, shown] = [slugs[index] as string, names[index] as string];
    return { slug, name: shown, kind: 'commune' as const, inseeCode, siren, postalCodes, population };
  });
  return [structure, ...others];
};
