import { LEGAL_FORM_LABEL } from '@beffroi/shared/features/territory/territory.vocabulary';
import { nationalRegister, type RegisteredEpci } from '../features/territory/national-register.ts';
import { type FoundEpci, namedEpci } from '../features/territory/search-epci.ts';
import { WrongRequest } from './territory-arguments.ts';

const SHOWN = 15;
const number = (value: number): string => value.toLocaleString('fr-FR');
const inWords = new Intl.ListFormat('fr-FR');

/** « Métropole, Moselle, 46 communes, 230 314 habitants ». */
export const epciFacts = ({ legalForm, departments, communes, population }: RegisteredEpci): string =>
  [LEGAL_FORM_LABEL[legalForm], inWords.format(departments), `${communes.length} communes`, `${number(population)} habitants`].join(', ');

const line = ({ epci, foundBy }: FoundEpci): string =>
  `  ${epci.siren}  ${epci.name}${foundBy ? `, où se trouve ${foundBy}` : ''} (${epciFacts(epci)})`;

/** The EPCI somebody names on the command line. @throws WrongRequest with those it may be, when it is not one alone */
export const chosenEpci = async (wanted: string): Promise<RegisteredEpci> => {
  const { epci, found } = namedEpci(await nationalRegister(), wanted);
  if (epci) return epci;
  if (found.length === 0) throw new WrongRequest(`Aucune intercommunalité ne correspond à « ${wanted} ».`);
  const others = found.length > SHOWN ? [`  … et ${found.length - SHOWN} autres`] : [];
  throw new WrongRequest(
    ['Laquelle ? Redonnez la commande avec son numéro SIREN :', ...found.slice(0, SHOWN).map(line), ...others].join('\n'),
  );
};
