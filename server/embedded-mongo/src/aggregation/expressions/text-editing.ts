import { shown } from '../../bson/shown.ts';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import type { Operator } from './expression.ts';
import { type NamedForm, named } from './operands.ts';

/** What is white to the server: the zero byte, ASCII's blanks and Unicode's wide and narrow spaces. */
const WHITE = new Set('\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a');

export function trim(name: '$trim' | '$ltrim' | '$rtrim'): Operator {
  const form: NamedForm = {
    object: [50696, (type) => `${name} only supports an object as an argument, found ${type}`],
    unknown: [50694, (field) => `${name} found an unknown argument: ${field}`],
    required: { input: [50695, `${name} requires an 'input' field`] },
    optional: ['chars'],
  };
  return named(form, (value, has) => {
    const input = value('input');
    if (isNullish(input)) return null;
    if (typeof input !== 'string')
      throw new MongoError(50699, `${name} requires its input to be a string, got ${shown(input)} (of type ${typeName(input)}) instead.`);
    if (!has('chars')) return trimmed(name, input, WHITE);
    const chars = value('chars');
    if (isNullish(chars)) return null;
    if (typeof chars !== 'string')
      throw new MongoError(50700, `${name} requires 'chars' to be a string, got ${shown(chars)} (of type ${typeName(chars)}) instead.`);
    return trimmed(name, input, new Set(chars));
  });
}

function trimmed(name: string, text: string, chars: ReadonlySet<string>): string {
  const points = [...text];
  let start = 0;
  let end = points.length;
  if (name !== '$rtrim') while (start < end && chars.has(points[start] as string)) start++;
  if (name !== '$ltrim') while (end > start && chars.has(points[end - 1] as string)) end--;
  return points.slice(start, end).join('');
}

function replacing(name: string, replace: (text: string, find: string, replacement: string) => string): Operator {
  const form: NamedForm = {
    object: [51751, (type) => `${name} requires an object as an argument, found: ${type}`],
    unknown: [51750, (field) => `${name} found an unknown argument: ${field}`],
    required: {
      input: [51749, `${name} requires 'input' to be specified`],
      find: [51748, `${name} requires 'find' to be specified`],
      replacement: [51747, `${name} requires 'replacement' to be specified`],
    },
    optional: [],
  };
  return named(form, (value) => {
    const input = textOrNothing(name, 'input', value('input'), 51746);
    const find = textOrNothing(name, 'find', value('find'), 51745);
    const replacement = textOrNothing(name, 'replacement', value('replacement'), 51744);
    return input === undefined || find === undefined || replacement === undefined ? null : replace(input, find, replacement);
  });
}

function textOrNothing(name: string, field: string, value: unknown, code: number): string | undefined {
  if (isNullish(value)) return undefined;
  if (typeof value !== 'string') throw new MongoError(code, `${name} requires that '${field}' be a string, found: ${shown(value)}`);
  return value;
}

export const replaceOne = replacing('$replaceOne', (text, find, replacement) => text.replace(find, () => replacement));

/** The empty text is found before, between and after all characters. */
export const replaceAll = replacing('$replaceAll', (text, find, replacement) =>
  find === '' ? `${replacement}${[...text].map((point) => point + replacement).join('')}` : text.replaceAll(find, () => replacement),
);
