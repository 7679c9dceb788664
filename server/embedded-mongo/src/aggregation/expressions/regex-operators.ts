import { BSONRegExp } from 'bson';
import { isNullish } from '../../bson/truth.ts';
import { MongoError } from '../../mongo-error.ts';
import { compileRegex } from '../../query/regex.ts';
import type { Operator, OperatorTable } from './expression.ts';
import { type NamedForm, named } from './operands.ts';

/** An operator that looks for a regular expression in a text; nothing to look in or for gives `nothing`. */
function searching(name: string, nothing: unknown, search: (text: string, regex: RegExp) => unknown): Operator {
  const form: NamedForm = {
    object: [51103, (type) => `${name} expects an object of named arguments but found: ${type}`],
    unknown: [31024, (field) => `${name} found an unknown argument: ${field}`],
    required: { input: [31022, `${name} requires 'input' parameter`], regex: [31023, `${name} requires 'regex' parameter`] },
    optional: ['options'],
  };
  const compile = compiler(name);
  return named(form, (value) => {
    const text = value('input');
    if (!isNullish(text) && typeof text !== 'string') throw new MongoError(51104, `${name} needs 'input' to be of type string`);
    const regex = compile(value('regex'), value('options'));
    return isNullish(text) || !regex ? nothing : search(text, regex);
  });
}

/** Compiles patterns, the last one but once: it is nearly always the same. */
function compiler(name: string): (regex: unknown, options: unknown) => RegExp | undefined {
  let last: { source: string; flags: string; regex: RegExp } | undefined;
  return (given, options) => {
    if (!isNullish(options) && typeof options !== 'string') throw new MongoError(51106, `${name} needs 'options' to be of type string`);
    if (isNullish(given)) return undefined;
    const { source, flags } = partsOf(name, given, isNullish(options) ? undefined : options);
    if (last?.source === source && last.flags === flags) return last.regex;
    if (source.includes('\0')) throw new MongoError(51109, `${name}: regular expression cannot contain an embedded null byte`);
    if (flags.includes('\0')) throw new MongoError(51110, `${name}: regular expression options cannot contain an embedded null byte`);
    const unknown = [...flags].find((flag) => !'imsxu'.includes(flag));
    if (unknown !== undefined) throw new MongoError(51108, `${name} invalid flag in regex options: ${unknown}`);
    last = { source, flags, regex: compiled(name, source, flags) };
    return last.regex;
  };
}

function partsOf(name: string, given: unknown, options: string | undefined): { source: string; flags: string } {
  if (typeof given === 'string') return { source: given, flags: options ?? '' };
  if (!(given instanceof BSONRegExp)) throw new MongoError(51105, `${name} needs 'regex' to be of type string or regex`);
  if (options !== undefined && given.options !== '')
    throw new MongoError(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`);
  return { source: given.pattern, flags: options ?? given.options };
}

function compiled(name: string, source: string, flags: string): RegExp {
  try {
    const regex = compileRegex(source, flags);
    return new RegExp(regex.source, `${regex.flags}g`);
  } catch (error) {
    throw Object.assign(new MongoError(51111, `Invalid Regex in ${name}: ${(error as Error).message}`), { cause: error });
  }
}

interface Match {
  match: string;
  idx: number;
  captures: (string | null)[];
}

/** Finds as many matches as are asked for; they do not overlap, and positions count characters. */
function matches(text: string, regex: RegExp, most: number): Match[] {
  const found: Match[] = [];
  let counted = 0;
  let points = 0;
  regex.lastIndex = 0;
  while (found.length < most) {
    const match = regex.exec(text);
    if (!match) break;
    points += [...text.slice(counted, match.index)].length;
    counted = match.index;
    found.push({ match: match[0], idx: points, captures: match.slice(1).map((capture) => capture ?? null) });
    if (match[0] === '') regex.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
    if (regex.lastIndex >= text.length) break;
  }
  return found;
}

export const regexOperators: OperatorTable = {
  $regexMatch: searching('$regexMatch', false, (text, regex) => {
    regex.lastIndex = 0;
    return regex.test(text);
  }),
  $regexFind: searching('$regexFind', null, (text, regex) => matches(text, regex, 1)[0] ?? null),
  $regexFindAll: searching('$regexFindAll', [], (text, regex) => matches(text, regex, Number.POSITIVE_INFINITY)),
};
