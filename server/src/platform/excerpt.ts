import { plainText, type RichText } from '@beffroi/shared/core/rich-text';

const LENGTH = 180;

/** The beginning of a text, cut at a word, for rows and cards. */
export const excerptOf = (body: RichText): string => {
  const text = plainText(body).replaceAll(/\s+/g, ' ');
  if (text.length <= LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LENGTH) + 1 || LENGTH).trimEnd()}…`;
};
