import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { decimalFromDouble, toDecimal128 } from '../../numbers/decimal.ts';
import { power, squareRoot } from '../../numbers/decimal-arithmetic.ts';
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
  toDecimal,
  toDouble,
} from '../../numbers/numeric.ts';
import { onNumber } from './arithmetic-operators.ts';
import type { OperatorTable } from './expression.ts';
import { eager } from './operands.ts';

/** A function on doubles; of a decimal it gives a decimal with a double's precision. */
export function onDouble(apply: (value: number, name: string) => number): OperatorTable[string] {
  return onNumber((value, name) => likeOperands(apply(toDouble(value), name), value));
}

/** A computed double, as a decimal when an operand was one. */
export function likeOperands(result: number, ...operands: Numeric[]): Numeric {
  return operands.some((operand) => numericKind(operand) === DECIMAL) ? toDecimal128(decimalFromDouble(result)) : double(result);
}

function raise(base: unknown, exponent: unknown): unknown {
  if (isNullish(base) || isNullish(exponent)) return null;
  if (!isNumeric(base)) throw new MongoError(28762, `$pow's base must be numeric, not ${typeName(base)}`);
  if (!isNumeric(exponent)) throw new MongoError(28763, `$pow's exponent must be numeric, not ${typeName(exponent)}`);
  const kinds = [numericKind(base), numericKind(exponent)];
  if (toDouble(base) === 0 && toDouble(exponent) < 0) throw new MongoError(28764, '$pow cannot take a base of 0 and a negative exponent');
  if (kinds.includes(DECIMAL)) return toDecimal128(power(toDecimal(base), toDecimal(exponent)));
  if (kinds.includes(DOUBLE)) return double(toDouble(base) ** toDouble(exponent));
  const result = integerPower(toBigInt(base), toBigInt(exponent));
  if (result === undefined) return double(toDouble(base) ** toDouble(exponent));
  return kinds.includes(LONG) ? result : intOrLong(result);
}

/** `undefined` when the result is no integer of 64 bits. */
function integerPower(base: bigint, exponent: bigint): bigint | undefined {
  if (base === 1n) return 1n;
  if (base === -1n) return exponent % 2n === 0n ? 1n : -1n;
  if (base === 0n) return exponent === 0n ? 1n : 0n;
  if (exponent < 0n || exponent > 63n) return undefined;
  const result = base ** exponent;
  return fitsLong(result) ? result : undefined;
}

function logarithm(value: unknown, base: unknown): unknown {
  if (isNullish(value) || isNullish(base)) return null;
  if (!isNumeric(value)) throw new MongoError(28756, `$log's argument must be numeric, not ${typeName(value)}`);
  if (!isNumeric(base)) throw new MongoError(28757, `$log's base must be numeric, not ${typeName(base)}`);
  const number = toDouble(value);
  const divisor = toDouble(base);
  if (number <= 0) throw new MongoError(28758, `$log's argument must be a positive number, but is ${number}`);
  if (divisor <= 0 || divisor === 1) throw new MongoError(28759, `$log's base must be a positive number not equal to 1, but is ${divisor}`);
  return likeOperands(Math.log(number) / Math.log(divisor), value, base);
}

function positive(code: number, compute: (value: number) => number): OperatorTable[string] {
  return onDouble((value, name) => {
    if (value <= 0) throw new MongoError(code, `${name}'s argument must be a positive number, but is ${value}`);
    return compute(value);
  });
}

export const powerOperators: OperatorTable = {
  $pow: eager(2, 2, raise),
  $sqrt: onNumber((value) => {
    if (toDouble(value) < 0) throw new MongoError(28714, "$sqrt's argument must be greater than or equal to 0");
    return numericKind(value) === DECIMAL ? toDecimal128(squareRoot(toDecimal(value))) : double(Math.sqrt(toDouble(value)));
  }),
  $exp: onDouble((value) => Math.exp(value)),
  $ln: positive(28766, Math.log),
  $log10: positive(28761, Math.log10),
  $log: eager(2, 2, logarithm),
};
