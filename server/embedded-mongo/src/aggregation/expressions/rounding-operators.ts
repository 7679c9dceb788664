import type { Decimal128 } from 'bson';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import {
  type Decimal,
  decimalOf,
  decimalToDouble,
  decimalToInteger,
  digitsOf,
  exactDecimal,
  type Rounding,
  signed,
  toDecimal128,
} from '../../numbers/decimal.ts';
import { quantize } from '../../numbers/decimal-arithmetic.ts';
import {
  DECIMAL,
  DOUBLE,
  double,
  fitsLong,
  intOrLong,
  isNumeric,
  LONG,
  type Numeric,
  numericKind,
  toBigInt,
  toDouble,
} from '../../numbers/numeric.ts';
import type { Operator, OperatorTable } from './expression.ts';
import { eager } from './operands.ts';
import { int32Of } from './values.ts';

const MOST_DIGITS = 34;

function rounder(name: string, rounding: Rounding): Operator {
  return eager(1, 2, (...values) => {
    const [value, place = 0] = values;
    if (isNullish(value)) return null;
    if (!isNumeric(value)) throw new MongoError(51081, `${name} only supports numeric types, not ${typeName(value)}`);
    if (values.length > 1 && isNullish(values[1])) return null;
    return round(name, value, checkedPlace(name, place), rounding);
  });
}

function checkedPlace(name: string, place: unknown): number {
  if (!isNumeric(place)) throw new MongoError(16004, `can't convert from BSON type ${typeName(place)} to long`);
  const whole = int32Of(place);
  if (whole === undefined) throw new MongoError(51082, `precision argument to  ${name} must be a integral value`);
  if (whole < -20 || whole > 100)
    throw new MongoError(51083, `cannot apply ${name} with precision value ${whole} value must be in [-20, 100]`);
  return whole;
}

/** Doubles are rounded by their exact decimal value, so that 2.675, which is a little less, becomes 2.67. */
function round(name: string, value: Numeric, place: number, rounding: Rounding): Numeric {
  const kind = numericKind(value);
  if (kind === DECIMAL) {
    const exact = decimalOf(value as Decimal128);
    return exact.kind === 'finite' ? toDecimal128(toPlace(exact, place, rounding)) : value;
  }
  if (kind === DOUBLE) {
    const number = toDouble(value);
    return Number.isFinite(number) ? double(decimalToDouble(toPlace(exactDecimal(number), place, rounding))) : value;
  }
  if (place >= 0) return value;
  const result = decimalToInteger(quantize(signed(toBigInt(value)), -place, rounding), rounding);
  if (result === undefined || !fitsLong(result))
    throw new MongoError(51080, `invalid conversion from Decimal128 result in ${name} resulting from arguments: [${value}, ${place}]`);
  return kind === LONG ? result : intOrLong(result);
}

/** More places than 34 digits hold are left out: the value is the same without them. */
function toPlace(value: Decimal, place: number, rounding: Rounding): Decimal {
  const finest = value.exponent - (MOST_DIGITS - digitsOf(value.coefficient));
  return quantize(value, Math.max(-place, finest), rounding);
}

export const roundingOperators: OperatorTable = {
  $round: rounder('$round', 'half-even'),
  $trunc: rounder('$trunc', 'towards-zero'),
};
