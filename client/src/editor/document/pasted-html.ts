import { wordLists } from './pasted-word-lists.ts';

const HAS_FOREIGN_MARKS = /mso-|<o:p|urn:schemas-microsoft|docs-internal-guid|LibreOffice|OpenOffice|class="?western/i;

/** « Article 3 – », « ARTICLE 3 : », « 3.1. », « 3.1.2 »: what Word or a person wrote before a title, which the place gives here. */
const ARTICLE_NUMBER = /^\s*article\s+(?:\d+(?:\.\d+)*|premier|1er)\s*(?:[–—\-:.)]\s*)*/i;
const DECIMAL_NUMBER = /^\s*\d+(?:\.\d+)*\s*(?:[.)–—:-]\s*|\s+)/;
const LETTER = /^\s*[a-z]\s*[.)]\s+/i;

const startsAsArticle = (text: string): boolean => /^\s*article\s+(?:\d|premier|1er)/i.test(text);
/** As long as a title may be; beyond, « Article 3 du code… » begins a sentence. */
const TITLE_MAX = 160;

/** Takes so many characters off the beginning of an element's text, through whatever it is wrapped in. */
const trimStart = (element: Element, count: number): void => {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = count;
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode()) {
    const text = node as Text;
    const cut = Math.min(left, text.length);
    text.deleteData(0, cut);
    left -= cut;
  }
};

const withoutTypedNumber = (heading: Element): void => {
  const text = heading.textContent ?? '';
  const written = [ARTICLE_NUMBER, DECIMAL_NUMBER, LETTER].map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
  if (written && written.length < text.length) trimStart(heading, written.length);
};

const rename = (element: Element, tag: string): Element => {
  const renamed = element.ownerDocument.createElement(tag);
  const align = (element as HTMLElement).style.textAlign;
  if (align) renamed.style.textAlign = align;
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
};

const unwrap = (element: Element): void => element.replaceWith(...element.childNodes);

/** Whether all of a paragraph's words are bold, which is how a title looks where nobody used a style. */
const isAllBold = (paragraph: Element): boolean => {
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent?.trim()) continue;
    const bold = node.parentElement?.closest(
      'b, strong, [style*="font-weight:700"], [style*="font-weight: 700"], [style*="font-weight:bold"]',
    );
    if (!bold || !paragraph.contains(bold)) return false;
  }
  return true;
};

const looksLikeArticle = (paragraph: Element): boolean => {
  const text = paragraph.textContent?.trim() ?? '';
  return startsAsArticle(text) && text.length <= TITLE_MAX && (isAllBold(paragraph) || text === text.toUpperCase());
};

const removeNoise = (body: HTMLElement): void => {
  const comments = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  for (let node = comments.nextNode(); node; node = comments.nextNode()) found.push(node);
  for (const node of found) node.parentNode?.removeChild(node);
  for (const element of body.querySelectorAll('style, meta, link, title, script, xml, [class^="MsoToc"]')) element.remove();
  for (const element of body.querySelectorAll('*')) {
    // `<o:p>`, `<w:sdt>`, `<v:shape>`: what Office says to itself.
    if (!element.tagName.includes(':')) continue;
    if (element.textContent?.trim()) unwrap(element);
    else element.remove();
  }
  for (const anchor of body.querySelectorAll('a:not([href]), a[href^="#_Toc"], b[id^="docs-internal-guid"]')) unwrap(anchor);
};

const setHeadings = (body: HTMLElement): void => {
  for (const title of body.querySelectorAll('p.MsoTitle, p.MsoSubtitle')) rename(title, 'h1').setAttribute('data-numbered', 'false');
  for (const deep of body.querySelectorAll('h4, h5, h6')) rename(deep, 'h3');
  for (const paragraph of body.querySelectorAll('p'))
    if (!paragraph.closest('li, td, th') && looksLikeArticle(paragraph)) rename(paragraph, 'h1');
  for (const heading of body.querySelectorAll('h1, h2, h3')) {
    for (const mark of heading.querySelectorAll('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')) mark.remove();
    withoutTypedNumber(heading);
    // A title is bold by its style.
    for (const bold of heading.querySelectorAll('b, strong')) unwrap(bold);
  }
};

const removeEmptyLines = (body: HTMLElement): void => {
  for (const line of body.querySelectorAll('p, h1, h2, h3')) {
    const isEmpty = !line.textContent?.replace(/\u00a0/g, ' ').trim() && !line.querySelector('img');
    if (isEmpty && !line.closest('td, th, li')) line.remove();
  }
};

/**
 * Cleans what Word, LibreOffice or Google Docs put on the clipboard: their markup goes, lists drawn with signs become lists,
 * titles lose the number that was typed before them. HTML from elsewhere, our own included, is left as it is.
 */
export const cleanPastedHtml = (html: string): string => {
  if (html.includes('data-pm-slice') || !HAS_FOREIGN_MARKS.test(html)) return html;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  removeNoise(body);
  wordLists(body);
  setHeadings(body);
  removeEmptyLines(body);
  return body.innerHTML;
};
