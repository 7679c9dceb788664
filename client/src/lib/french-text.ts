const NARROW_SPACE = '\u202f';
const NO_BREAK_SPACE = '\u00a0';

/** 12345 → « 12 345 », with narrow no-break spaces. */
export const number = (value: number): string => value.toLocaleString('fr-FR').replace(/\s/g, NARROW_SPACE);

/** « 1 réponse », « 0 réponse », « 1 204 réponses »: French counts zero as singular. */
export const plural = (count: number, one: string, many: string): string => `${number(count)}${NO_BREAK_SPACE}${count < 2 ? one : many}`;

/** Initials of the words that count: « Saint-Saulve » → « SS », « Directrice du CCAS » → « DC ». */
export const initials = (text: string): string => {
  const words = text
    .replace(/['’]/g, ' ')
    .split(/[\s-]+/)
    .filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => word[0]) : [...(words[0] ?? text)].slice(0, 2);
  return letters.join('').toLocaleUpperCase('fr-FR');
};
