import { ASPIRATED } from './aspirated-communes.ts';

const elides = (name: string): boolean => /^[aeiouyàâéèêëîïôûœ]/i.test(name);

/** « Question d’Acheteuse », « Question de Comptable »: « de » before whoever it is; an article there is part of the name. */
export const ofPerson = (name: string): string => (elides(name) ? `d’${name}` : `de ${name}`);

/** « Agents d’Onnaing », « Agents de Valenciennes », « Agents du Quesnoy », « Agents d’Hergnies »: « de » before a proper name. */
export const ofPlace = (name: string): string => {
  if (/^Le\s/.test(name)) return `du ${name.slice(3)}`;
  if (/^Les\s/.test(name)) return `des ${name.slice(4)}`;
  return /^H/.test(name) && !ASPIRATED.has(name.replaceAll("'", '’')) ? `d’${name}` : ofPerson(name);
};
