const NO_BREAK_SPACE = '\u00a0';
const NARROW_SPACE = '\u202f';
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const UNITS = `€|h\\b|m²|jours?\\b|mois\\b|ans?\\b|heures?\\b|minutes?\\b|points?\\b|fois\\b|${MONTHS}`;

const RULES: [RegExp, string][] = [
  [/'/g, '’'],
  [/ (?=[;!?%](?!\w))/g, NARROW_SPACE],
  [/ (?=[:»€](?!\w))/g, NO_BREAK_SPACE],
  [/« /g, `«${NO_BREAK_SPACE}`],
  [/(?<=\d) (?=\d{3}(?!\d))/g, NARROW_SPACE],
  [new RegExp(`(?<=\\d|\\]|1er) (?=(?:${UNITS}))`, 'g'), NO_BREAK_SPACE],
  [/(?<=(?:^|[\s(’])(?:n°|[LRD]\.|article|articles|annexe|Annexe|M\.|Mme|lot)) (?=[\dLRD[])/g, NO_BREAK_SPACE],
];

/** Puts the apostrophes and no-break spaces of French typography in a text typed with plain ones. */
export const typeset = (text: string): string => RULES.reduce((set, [from, to]) => set.replace(from, to), text);
