/** What names of files may not hold on the systems town halls use, or that reads as a path. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const REFUSED = /[\u0000-\u001f\u007f"*/:<>?\\|]+/g;
const LENGTH_MAX = 120;

const ascii = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replace(/[^\x20-\x7e]/g, '-');

const fitted = (text: string, extension: string): string => {
  const base = text.replace(REFUSED, ' ').replace(/\s+/g, ' ').trim();
  return `${
    [...base]
      .slice(0, LENGTH_MAX)
      .join('')
      .replace(/^[. ]+|[. ]+$/g, '') || 'document'
  }.${extension}`;
};

/** « CCAP Fourniture de papier (Validé v2) », fit for a file. */
export const fileName = (title: string, state: string, extension: string): string => fitted(`${title} (${state})`, extension);

/** What turns the direction of writing, so that an ending reads as another. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A file's name as somebody sends it, without the folders before it and with the ending of what it really is. */
export const givenFileName = (name: string, extension: string): string => {
  const own = name.replace(TURNING, '').split(/[\\/]/).at(-1) ?? '';
  return fitted(own.replace(/\.[a-z0-9]{1,5}$/i, ''), extension);
};

/** The header that names a download, with its accents for whoever reads RFC 5987 and without them for the others. */
export const attachment = (name: string): string => {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii(name).replace(/["\\]/g, '')}"; filename*=UTF-8''${encoded}`;
};
