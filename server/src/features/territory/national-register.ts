import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LegalForm } from '@beffroi/shared/features/territory/territory.vocabulary';
import { fold } from '../../platform/fold.ts';
import { epciNames, typesetName } from './french-names.ts';

export interface RegisteredCommune {
  inseeCode: string;
  siren: string;
  name: string;
  /** The name of its département. */
  department: string;
  population: number;
  postalCodes: string[];
  /** Folded words between single spaces, for the search. */
  folded: string;
}

export interface RegisteredEpci {
  siren: string;
  name: string;
  officialName: string;
  legalForm: LegalForm;
  departments: string[];
  population: number;
  communes: RegisteredCommune[];
  folded: string;
}

/** The package's own shapes, what is read of them. */
interface DataCommune {
  code: string;
  nom: string;
  type: string;
  departement: string;
  siren?: string;
  codesPostaux?: string[];
}
interface DataEpci {
  code: string;
  nom: string;
  type: LegalForm;
  populationMunicipale: number;
  membres: { code: string; siren?: string; populationMunicipale: number }[];
}

const require = createRequire(import.meta.url);
const DATA = join(dirname(require.resolve('@etalab/decoupage-administratif/package.json')), 'data');
const read = async <T>(file: string): Promise<T[]> => JSON.parse(await readFile(join(DATA, file), 'utf8')) as T[];

/** « Saint-Julien-lès-Metz » becomes « saint julien les metz », with a space at both ends. */
export const foldedWords = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Today's communes; délégués, associated and arrondissements of Paris, Lyon and Marseille are none. */
const presentCommunes = async (): Promise<Map<string, Omit<RegisteredCommune, 'population'>>> => {
  const [communes, departments] = await Promise.all([
    read<DataCommune>('communes.json'),
    read<{ code: string; nom: string }>('departements.json'),
  ]);
  const departmentName = new Map(departments.map(({ code, nom }) => [code, typesetName(nom)]));
  const present = communes.filter(({ type }) => type === 'commune-actuelle');
  return new Map(
    present.map(({ code, nom, departement, siren = '', codesPostaux: postalCodes = [] }) => {
      const department = departmentName.get(departement) ?? departement;
      return [code, { inseeCode: code, siren, name: typesetName(nom), department, postalCodes, folded: foldedWords(nom) }];
    }),
  );
};

const load = async (): Promise<RegisteredEpci[]> => {
  const [known, withTax, ofGrandParis] = await Promise.all([presentCommunes(), read<DataEpci>('epci.json'), read<DataEpci>('ept.json')]);
  return [...withTax, ...ofGrandParis].map(({ code, nom, type, populationMunicipale: population, membres }) => {
    const communes = membres.map((member): RegisteredCommune => {
      const commune = known.get(member.code);
      if (!commune) throw new Error(`the register of communes does not know ${member.code}`);
      return { ...commune, siren: member.siren ?? commune.siren, population: member.populationMunicipale };
    });
    const names = epciNames(nom, type);
    const departments = [...new Set(communes.map(({ department }) => department))];
    return {
      siren: code,
      ...names,
      legalForm: type,
      departments,
      population,
      communes,
      folded: foldedWords(`${nom} ${names.officialName}`),
    };
  });
};

/** Some tens of megabytes that one page needs, once in a server's life: given back after this without a question. */
const KEPT_MS = 60_000;
let kept: Promise<RegisteredEpci[]> | undefined;
let lapse: NodeJS.Timeout | undefined;

const release = (): void => {
  clearTimeout(lapse);
  kept = undefined;
};

/** Every EPCI of France with its communes, the territories of Grand Paris among them, from the data installed with the server. */
export const nationalRegister = (): Promise<RegisteredEpci[]> => {
  kept ??= load().catch((error: unknown) => {
    release();
    throw error;
  });
  clearTimeout(lapse);
  lapse = setTimeout(release, KEPT_MS).unref();
  return kept;
};
