import { BSONRegExp, BSONSymbol, type Document } from 'bson';
import { BSON } from '../bson/element-types.ts';
import { fieldEntries } from '../bson/field-order.ts';
import { OpaqueValue } from '../bson/opaque-value.ts';
import { MongoError } from '../mongo-error.ts';
import type { ValueTest } from './path-values.ts';
import { translatePattern } from './regex-translation.ts';

export type Regex = BSONRegExp | RegExp;

export function isRegex(value: unknown): value is Regex {
  return value instanceof BSONRegExp || value instanceof RegExp;
}

/**
 * The regular expression of `{$regex, $options}`, in whichever order they stand.
 *
 * @throws MongoError 2 for operands of another type, 51074 or 51075 for options given twice
 */
export function regexOf(operators: Document): BSONRegExp {
  let pattern = '';
  let options = '';
  for (const [operator, operand] of fieldEntries(operators)) {
    if (operator !== '$regex' && operator !== '$options') continue;
    const given = operator === '$regex' ? patternOperand(operand) : optionsOperand(operand);
    if (given.options !== '' && options !== '')
      throw new MongoError(operator === '$regex' ? 51074 : 51075, 'options set in both $regex and $options');
    pattern = given.pattern ?? pattern;
    options = given.options || options;
  }
  checkRegex(pattern, options);
  return new BSONRegExp(pattern, options);
}

interface Parts {
  pattern?: string;
  options: string;
}

function patternOperand(operand: unknown): Parts {
  if (isRegex(operand)) return partsOf(operand);
  if (typeof operand !== 'string') throw new MongoError(2, '$regex has to be a string');
  return { pattern: operand, options: '' };
}

function optionsOperand(operand: unknown): Parts {
  if (typeof operand !== 'string') throw new MongoError(2, '$options has to be a string');
  return { options: operand };
}

function partsOf(regex: Regex): { pattern: string; options: string } {
  return regex instanceof RegExp ? { pattern: regex.source, options: regex.flags } : { pattern: regex.pattern, options: regex.options };
}

/** @throws MongoError 51108 for a regular expression with options that no server has */
export function refuseUnknownOptions(value: unknown): void {
  if (!(value instanceof OpaqueValue) || value.type !== BSON.regex) return;
  const [pattern, options] = value.bytes.toString('utf8').split('\0') as [string, string];
  checkRegex(pattern, options);
}

function checkRegex(pattern: string, options: string): void {
  const unknown = [...options].find((option) => !'imsxu'.includes(option));
  if (unknown !== undefined) throw new MongoError(51108, ` invalid flag in regex options: ${unknown}`);
  if (pattern.includes('\0')) throw new MongoError(2, 'Regular expression cannot contain an embedded null byte');
}

/**
 * Tests strings, and regular expressions stored as values, which match themselves.
 *
 * @throws MongoError as `compileRegex` does
 */
export function regexTest(regex: Regex): ValueTest {
  const { pattern, options } = partsOf(regex);
  const compiled = compileRegex(pattern, options);
  return (value) => {
    if (typeof value === 'string') return compiled.test(value);
    if (value instanceof BSONSymbol) return compiled.test(value.value);
    return isRegex(value) && partsOf(value).pattern === pattern && partsOf(value).options === options;
  };
}

/**
 * A PCRE pattern and its options as a regular expression of JavaScript.
 *
 * @throws MongoError 51108 for an unknown option, 51091 for a pattern that is none
 */
export function compileRegex(pattern: string, options: string): RegExp {
  checkRegex(pattern, options);
  try {
    const { source, flags } = translatePattern(pattern, options);
    return compileJavaScript(source, flags);
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

/** The literal beginning of every string a regular expression accepts, if it is anchored and plain enough to have one. */
export function literalPrefix(regex: Regex): { prefix: string; exact: boolean } | undefined {
  const { pattern, options } = partsOf(regex);
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
