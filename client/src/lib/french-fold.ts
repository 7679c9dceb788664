/** Lower case without accents, to compare what people type with what is written. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase();

/** Whether each word of `query` begins a word of `text`, whatever the accents. */
export const matchesWords = (text: string, query: string): boolean => {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
};
