const NARROW = '\u202f';

/** `typeset`, but for the ellipsis: each character stays at its place, so that what counts characters still finds its own. */
export const typesetInPlace = (text: string): string =>
  text
    .replace(/[ \u00a0]([:;!?%»€])/g, `${NARROW}$1`)
    .replace(/«[ \u00a0]/g, `«${NARROW}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’');

/**
 * Sets a written text as a French printer would: spaces that do not break before « : ; ! ? % » and inside « guillemets »,
 * curved apostrophes, one sign for the ellipsis. Adds no space where the writer put none, so addresses and hours stay whole.
 */
export const typeset = (text: string): string => typesetInPlace(text).replace(/(?<!\.)\.{3}(?!\.)/g, '…');
