import { LEGAL_FORM_LABEL, type LegalForm } from '@beffroi/shared/features/territory/territory.vocabulary';

const NO_BREAK_SPACE = '\u00a0';

/** A name as the register types it (« Coeur d'Essonne », « Faucigny - Glières ») as one prints it. */
export const typesetName = (name: string): string =>
  name
    .replace(/(?:''|")([^'"]+|[^"]+?)(?:''|")/g, `«${NO_BREAK_SPACE}$1${NO_BREAK_SPACE}»`)
    .replaceAll("'", '’')
    .replace(/\b([Cc])oeur/g, '$1œur')
    .replace(/\s+-\s*|-\s+/g, `${NO_BREAK_SPACE}– `)
    .replace(/ {2,}/g, ' ')
    .trim();

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('fr-FR') + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);

/** What cannot stand without its legal form: « du Grand Dole », « Intercommunale du Nord de la Réunion ». */
const LEANS_ON_ITS_FORM = /^(?:des?\s|du\s|d’|inter[a-zé]+ale\s)/i;

const isQuoted = (name: string): boolean => /^«[^«]*»$/.test(name);
const unquoted = (name: string): string => (isQuoted(name) ? name.slice(1, -1).trim() : name);

/**
 * The register's « CA du Grand Dole » and « CA Chartres Métropole » in full, and as one calls them: with their legal form only
 * where the name leans on it, without the acronym that some add in brackets.
 */
export const epciNames = (registered: string, legalForm: LegalForm): { name: string; officialName: string } => {
  const prefix = `${legalForm} `;
  // Métropoles and the territories of Grand Paris are registered under their whole name.
  if (!registered.startsWith(prefix)) return { name: typesetName(registered), officialName: typesetName(registered) };
  const own = unquoted(typesetName(registered.slice(prefix.length)));
  const usual = own.replace(/\s*\((?:[A-Z][A-Z0-9 ]+)\)$/, '');
  const leans = LEANS_ON_ITS_FORM.test(own);
  const withForm = (text: string): string => `${LEGAL_FORM_LABEL[legalForm]} ${leans ? lowerFirst(text) : text}`;
  return { name: leans ? withForm(usual) : upperFirst(usual), officialName: withForm(own) };
};
