import { escapeHtml } from '../../platform/escape-html.ts';

/** A text as HTML or XML shows it: nothing in it is markup, and the control characters XML refuses are gone. */
export const safe = (text: string): string => escapeHtml(text.replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, ''));

const BULLET = /^\s*[-–—•*]\s+/;

/** A text HR typed, as HTML: a paragraph a line, and a list where lines begin with a dash. */
export const paragraphsOf = (text: string): string => {
  const parts: string[] = [];
  let items: string[] = [];
  const endList = () => {
    if (items.length > 0) parts.push(`<ul>${items.join('')}</ul>`);
    items = [];
  };
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    if (BULLET.test(line)) items.push(`<li>${safe(line.replace(BULLET, ''))}</li>`);
    else {
      endList();
      parts.push(`<p>${safe(line.trim())}</p>`);
    }
  }
  endList();
  return parts.join('');
};

/** Data in a page, in no way that ends its element. */
export const jsonIn = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');
