/** What was typed before the title of an article: we count ourselves. */
const ARTICLE = /^\s*(?:article|art\.)\s*(?:n\s*°\s*)?(?:(\d+(?:[.-]\d+)*)|[ivxlc]+|1\s*er|premier)\b\s*(?:er\b)?\s*[.:)–—-]*\s*/i;
const DECIMAL = /^\s*(\d{1,2}(?:\.\d{1,2})+)\s*[.:)–—-]*\s+|^\s*(\d{1,2})\s*[.:)–—-]\s*(?=\D)/;
const ROMAN_OR_LETTER = /^\s*(?:[IVXLC]{1,6}\s*[.)–—-]|[a-z]\s*\))\s+/;

export interface TypedNumber {
  /** How many characters it takes at the beginning of the text. */
  length: number;
  /** « 3.1 » is of the second level; null when the number does not tell. */
  level: number | null;
}

const depth = (number: string | undefined): number | null => (number ? Math.min(3, number.split(/[.-]/).length) : null);

/** The number typed at the beginning of a heading; null where there is none. */
export const typedNumber = (text: string): TypedNumber | null => {
  const article = text.match(ARTICLE);
  if (article) return { length: article[0].length, level: depth(article[1]) ?? 1 };
  const decimal = text.match(DECIMAL);
  if (decimal) return { length: decimal[0].length, level: depth(decimal[1] ?? decimal[2]) };
  const other = text.match(ROMAN_OR_LETTER);
  return other ? { length: other[0].length, level: null } : null;
};

/** Whether a text that has no style of heading begins as an article does: « Article 3 – Durée ». */
export const beginsAnArticle = (text: string): boolean =>
  text.length <= 160 && /^\s*article\s*(?:n\s*°\s*)?(?:\d|[ivxlc]+\b|premier)/i.test(text);
