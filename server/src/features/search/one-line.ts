/** A text as search shows it: one line, without the invisible characters that would break words. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u00AD\u200B-\u200D\uFEFF]/g, '')
    // No-break spaces stay: they are French typography.
    .replace(/[ \t\r\n\u2028\u2029]+/g, ' ')
    .trim();
