import type { Epci, EpciCard } from '@beffroi/shared/features/territory/territory.contract';
import type { RegisteredEpci } from './national-register.ts';
import type { FoundEpci } from './search-epci.ts';
import { territoryCommunes } from './territory-communes.ts';

const presentFacts = ({ siren, name, officialName, legalForm, departments, communes, population }: RegisteredEpci) => ({
  siren,
  name,
  officialName,
  legalForm,
  departments,
  communeCount: communes.length,
  population,
});

export const presentEpciCard = ({ epci, foundBy }: FoundEpci): EpciCard => ({ ...presentFacts(epci), foundBy });

export const presentEpci = (epci: RegisteredEpci): Epci => ({
  ...presentFacts(epci),
  communes: territoryCommunes(epci, epci.name).flatMap(({ inseeCode, siren, name, population }) =>
    inseeCode ? [{ inseeCode, siren, name, population }] : [],
  ),
});
