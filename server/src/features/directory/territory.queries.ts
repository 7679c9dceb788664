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
