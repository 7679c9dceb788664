import { shown } from '../../bson/shown.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric, toDouble } from '../../numbers/numeric.ts';
import { eager } from './operands.ts';
import { textOf } from './text-of.ts';
import { int32Of } from './values.ts';

/** `$substrBytes` refuses to cut a character in two. */
export const substrBytes = eager(3, 3, (value, from, count) => {
  const buffer = Buffer.from(textOf(value));
  const start = wholeBytes(from, 16034, 'starting index');
  const length = wholeBytes(count, 16035, 'length');
  if (start < 0) throw new MongoError(50752, `$substrBytes:  starting index must be non-negative (got: ${start})`);
  const end = length < 0 ? buffer.length : Math.min(buffer.length, start + length);
  if (isInsideCharacter(buffer, start))
    throw new MongoError(28656, '$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.');
  if (isInsideCharacter(buffer, end))
    throw new MongoError(28657, '$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.');
  return start >= buffer.length ? '' : buffer.toString('utf8', start, end);
});

function wholeBytes(value: unknown, code: number, what: string): number {
  if (!isNumeric(value)) throw new MongoError(code, `$substrBytes:  ${what} must be a numeric type (is BSON type ${typeName(value)})`);
  return Math.trunc(toDouble(value));
}

function isInsideCharacter(buffer: Buffer, at: number): boolean {
  return at < buffer.length && ((buffer[at] as number) & 0xc0) === 0x80;
}

export const substrCP = eager(3, 3, (value, from, count) => {
  const points = [...textOf(value)];
  const start = wholeCharacters(from, [34450, 34451], 'starting index');
  const length = wholeCharacters(count, [34452, 34453], 'length');
  if (length < 0) throw new MongoError(34454, '$substrCP: length must be a nonnegative integer.');
  if (start < 0) throw new MongoError(34455, '$substrCP: the starting index must be nonnegative integer.');
  return points.slice(start, start + length).join('');
});

function wholeCharacters(value: unknown, [notNumeric, notInteger]: readonly [number, number], what: string): number {
  if (!isNumeric(value)) throw new MongoError(notNumeric, `$substrCP: ${what} must be a numeric type (is BSON type ${typeName(value)})`);
  const whole = int32Of(value);
  if (whole === undefined)
    throw new MongoError(notInteger, `$substrCP: ${what} cannot be represented as a 32-bit integral value: ${shown(value)}`);
  return whole;
}
