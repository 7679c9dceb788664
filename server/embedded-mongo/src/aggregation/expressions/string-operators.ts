import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { positionOf } from './array-operators.ts';
import type { OperatorTable } from './expression.ts';
import { eager } from './operands.ts';
import { substrBytes, substrCP } from './substrings.ts';
import { replaceAll, replaceOne, trim } from './text-editing.ts';
import { textOf } from './text-of.ts';

const MANY = Number.POSITIVE_INFINITY;

function concat(...values: unknown[]): unknown {
  let text = '';
  for (const value of values) {
    if (isNullish(value)) return null;
    text += stringOf(value, 16702, (type) => `$concat only supports strings, not ${type}`);
  }
  return text;
}

function stringOf(value: unknown, code: number, message: (type: string) => string): string {
  if (typeof value !== 'string') throw new MongoError(code, message(typeName(value)));
  return value;
}

/** Letters of ASCII only change their case, whatever the language. */
function upperCase(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function lowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function split(value: unknown, separator: unknown): unknown {
  if (isNullish(value) || isNullish(separator)) return null;
  const message = (which: string) => (type: string) =>
    `$split requires an expression that evaluates to a string as a ${which} argument, found: ${type}`;
  const text = stringOf(value, 40085, message('first'));
  const by = stringOf(separator, 40086, message('second'));
  if (by === '') throw new MongoError(40087, '$split requires a non-empty separator');
  return text.split(by);
}

/** A text as positions count it, in bytes or in characters. */
interface Sequence {
  length: number;
  indexOf(part: string, from: number, to: number): number;
}

function bytes(text: string): Sequence {
  const buffer = Buffer.from(text);
  return { length: buffer.length, indexOf: (part, from, to) => buffer.subarray(0, to).indexOf(part, from, 'utf8') };
}

function characters(text: string): Sequence {
  const points = [...text];
  const indexOf = (part: string, from: number, to: number) => {
    const wanted = [...part];
    for (let at = from; at + wanted.length <= to; at++) if (wanted.every((point, i) => points[at + i] === point)) return at;
    return -1;
  };
  return { length: points.length, indexOf };
}

function indexOf(
  name: string,
  codes: readonly [first: number, second: number],
  sequenceOf: (text: string) => Sequence,
): OperatorTable[string] {
  return eager(2, 4, (...values) => {
    const [text, part] = values;
    if (isNullish(text)) return null;
    const sequence = sequenceOf(stringOf(text, codes[0], (type) => `${name} requires a string as the first argument, found: ${type}`));
    const wanted = stringOf(part, codes[1], (type) => `${name} requires a string as the second argument, found: ${type}`);
    const start = values.length > 2 ? positionOf(values[2], name, 'starting index') : 0;
    const end = values.length > 3 ? positionOf(values[3], name, 'ending index') : sequence.length;
    if (start > sequence.length || end < start) return -1;
    return sequence.indexOf(wanted, start, Math.min(end, sequence.length));
  });
}

export const stringOperators: OperatorTable = {
  $concat: eager(0, MANY, concat),
  $toUpper: eager(1, 1, (value) => upperCase(textOf(value))),
  $toLower: eager(1, 1, (value) => lowerCase(textOf(value))),
  $strcasecmp: eager(2, 2, (a, b) => Math.sign(Buffer.compare(Buffer.from(upperCase(textOf(a))), Buffer.from(upperCase(textOf(b)))))),
  $strLenBytes: eager(1, 1, (value) =>
    Buffer.byteLength(stringOf(value, 34473, (type) => `$strLenBytes requires a string argument, found: ${type}`)),
  ),
  $strLenCP: eager(1, 1, (value) => [...stringOf(value, 34471, (type) => `$strLenCP requires a string argument, found: ${type}`)].length),
  $split: eager(2, 2, split),
  $indexOfBytes: indexOf('$indexOfBytes', [40091, 40092], bytes),
  $indexOfCP: indexOf('$indexOfCP', [40093, 40094], characters),
  $substr: substrBytes,
  $substrBytes: substrBytes,
  $substrCP: substrCP,
  $trim: trim('$trim'),
  $ltrim: trim('$ltrim'),
  $rtrim: trim('$rtrim'),
  $replaceOne: replaceOne,
  $replaceAll: replaceAll,
};
