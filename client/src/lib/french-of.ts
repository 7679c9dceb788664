/** « Agents d’Onnaing », « Agents de Valenciennes », « Agents du Quesnoy »: « de » before a proper name. */
export const ofPlace = (name: string): string => {
  if (/^Le\s/.test(name)) return `du ${name.slice(3)}`;
  if (/^Les\s/.test(name)) return `des ${name.slice(4)}`;
  return /^[aeiouyàâéèêëîïôûœ]/i.test(name) ? `d’${name}` : `de ${name}`;
};
