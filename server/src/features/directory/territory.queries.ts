import { type Centre, distanceKm } from '@beffroi/shared/core/distance';
import { forgetAtClose } from '../../platform/forget-at-close.ts';
import { type CommuneFields, CommuneModel } from './commune.model.ts';

/** The territory's communes: a few dozen that hardly ever change, kept in memory. */
let territory = new Map<string, CommuneFields>();
forgetAtClose(() => {
  territory = new Map();
});

/** Reads the communes again; called at start and when one changed. */
export const refreshTerritory = async (): Promise<void> => {
  territory = new Map((await CommuneModel.find().lean<CommuneFields[]>()).map((commune) => [commune.slug, commune]));
};

export const communeName = (slug: string): string => territory.get(slug)?.name ?? slug;
export const allCommunes = (): CommuneFields[] => [...territory.values()];

/** The name the whole territory bears: its EPCI's; null where communes were entered without one. */
export const territoryName = (): string | null => allCommunes().find(({ kind }) => kind === 'epci')?.name ?? null;

const centreOf = (slug: string | null): Centre | null => {
  const commune = slug === null ? undefined : territory.get(slug);
  const { latitude, longitude } = commune ?? {};
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null;
};

/** Whole kilometres between two communes; null where the centre of either is not known. */
export const kilometresBetween = (from: string | null, to: string | null): number | null => {
  const [a, b] = [centreOf(from), centreOf(to)];
  return a && b ? Math.round(distanceKm(a, b)) : null;
};

/** The communes at most that far from one, itself first of all; those whose centre is not known are not among them. */
export const communesWithin = (from: string, kilometres: number): string[] =>
  [...territory.keys()].filter((slug) => slug === from || (kilometresBetween(from, slug) ?? Number.POSITIVE_INFINITY) <= kilometres);
