import { BSONRegExp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import type { ValueTest } from './path-values.ts';

export type Regex = BSONRegExp | RegExp;

export function isRegex(value: unknown): value is Regex {
  return value instanceof BSONRegExp || value instanceof RegExp;
}

/** The pattern of `$regex` with its `$options`. */
export function regexOf(pattern: unknown, options: unknown): Regex {
  if (isRegex(pattern)) return options === undefined ? pattern : new BSONRegExp(parts(pattern).pattern, String(options));
  if (typeof pattern !== 'string') throw new MongoError(2, '$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw new MongoError(2, '$options has to be a string');
  return new BSONRegExp(pattern, options ?? '');
}

function parts(regex: Regex): { pattern: string; options: string } {
  return regex instanceof RegExp ? { pattern: regex.source, options: regex.flags } : { pattern: regex.pattern, options: regex.options };
}

/** Tests strings, and regular expressions stored as values, which match themselves. */
export function regexTest(regex: Regex): ValueTest {
  const { pattern, options } = parts(regex);
  const compiled = compileRegex(pattern, options);
  return (value) => {
    if (typeof value === 'string') return compiled.test(value);
    return isRegex(value) && parts(value).pattern === pattern && parts(value).options === options;
  };
}

/**
 * A PCRE pattern and its options as a regular expression of JavaScript.
 *
 * @throws MongoError 2 for an unknown option, 51091 for a pattern that is none
 */
export function compileRegex(pattern: string, options: string): RegExp {
  const unknown = [...options].find((option) => !'imsxlu'.includes(option));
  if (unknown) throw new MongoError(2, ` invalid flag in regex options: ${unknown}`);
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const flags = new Set([...options, ...(inline?.[1] ?? '')]);
  let source = inline ? pattern.slice(inline[0].length) : pattern;
  if (flags.has('x')) source = withoutComments(source);
  source = source
    .replace(/\(\?P?<(?=[A-Za-z_])/g, '(?<')
    .replace(/\\A/g, '^')
    .replace(/\\[zZ]/g, '$');
  try {
    return compileJavaScript(source, [...'ims'].filter((flag) => flags.has(flag)).join(''));
  } catch (error) {
    throw Object.assign(new MongoError(51091, `Regular expression is invalid: ${(error as Error).message}`), { cause: error });
  }
}

/** Characters beyond the basic plane are one character in PCRE; some loose patterns are legal only without that mode. */
function compileJavaScript(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return new RegExp(source, flags);
  }
}

function withoutComments(source: string): string {
  return source.replace(/\\.|\[(?:\\.|[^\]])*\]|\s+|#.*$/gm, (token) => (/^[\s#]/.test(token) ? '' : token));
}

/** The literal beginning of every string a regular expression accepts, if it is anchored and plain enough to have one. */
export function literalPrefix(regex: Regex): { prefix: string; exact: boolean } | undefined {
  const { pattern, options } = parts(regex);
  if (/[^su]/.test(options) || !pattern.startsWith('^') || /\|/.test(pattern)) return undefined;
  let prefix = '';
  let at = 1;
  while (at < pattern.length) {
    const escaped = pattern[at] === '\\';
    const character = escaped ? pattern[at + 1] : pattern[at];
    if (character === undefined || (escaped ? /[\w]/.test(character) : /[.*+?^${}()[\]]/.test(character))) break;
    const next = at + (escaped ? 2 : 1);
    // A quantifier makes the character before it optional, or repeated.
    if (/[*?{]/.test(pattern[next] ?? '')) break;
    prefix += character;
    at = next;
    if (pattern[at] === '+') break;
  }
  return prefix === '' ? undefined : { prefix, exact: at === pattern.length };
}
