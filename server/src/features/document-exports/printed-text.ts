/** Characters XML 1.0 has no way to write, and halves of surrogate pairs: one of them would make a file unreadable. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as it can be written to a file. */
export const printed = (text: string): string => text.replace(UNPRINTABLE, '');

const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** « 28 novembre 2026 ». */
export const printedDay = (at: string): string => DAY.format(new Date(at));
