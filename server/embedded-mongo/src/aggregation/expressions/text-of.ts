import { BSONSymbol, Code, Decimal128, Timestamp } from 'bson';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { DOUBLE, isNumeric, numericKind, toDouble } from '../../numbers/numeric.ts';
import { isoDate } from '../dates/date-format.ts';

/** A double as the server writes it: 16 significant digits, no zeros at their end. */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const exponent = Number(value.toExponential(15).split('e')[1]);
  const [digits, power] = (exponent < -4 || exponent >= 16 ? value.toExponential(15) : value.toFixed(15 - exponent)).split('e') as [
    string,
    string | undefined,
  ];
  const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return power === undefined ? short : `${short}e${power[0]}${power.slice(1).padStart(2, '0')}`;
}

/**
 * The text operators on strings take other values for; nothing is the empty text.
 *
 * @throws MongoError 16007 for a value that has none
 */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isNullish(value)) return '';
  if (value instanceof Date) return isoDate(value);
  if (isNumeric(value)) {
    if (numericKind(value) === DOUBLE) return doubleText(toDouble(value));
    return value instanceof Decimal128 ? value.toString() : String(value);
  }
  if (value instanceof BSONSymbol) return value.value;
  if (value instanceof Code) return value.code;
  if (value instanceof Timestamp) return `Timestamp(${value.getHighBitsUnsigned()}, ${value.getLowBitsUnsigned()})`;
  throw new MongoError(16007, `can't convert from BSON type ${typeName(value)} to String`);
}
