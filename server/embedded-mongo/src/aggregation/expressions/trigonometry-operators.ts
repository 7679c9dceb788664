import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric, toDouble } from '../../numbers/numeric.ts';
import type { OperatorTable } from './expression.ts';
import { eager } from './operands.ts';
import { likeOperands, onDouble } from './power-operators.ts';

/** A function defined from `low` to `high` only, in the words in which the server gives its bounds. */
function bounded(compute: (value: number) => number, low: number, high: number, bounds: string): OperatorTable[string] {
  return onDouble((value, name) => {
    if (value < low || value > high) throw new MongoError(50989, `cannot apply ${name} to ${value}, value must be in ${bounds}`);
    return compute(value);
  });
}

/** Infinite angles have no sine. */
function finite(compute: (value: number) => number): OperatorTable[string] {
  return bounded(compute, -Number.MAX_VALUE, Number.MAX_VALUE, '(-inf,inf)');
}

export const trigonometryOperators: OperatorTable = {
  $sin: finite(Math.sin),
  $cos: finite(Math.cos),
  $tan: finite(Math.tan),
  $asin: bounded(Math.asin, -1, 1, '[-1,1]'),
  $acos: bounded(Math.acos, -1, 1, '[-1,1]'),
  $acosh: bounded(Math.acosh, 1, Number.POSITIVE_INFINITY, '[1,inf]'),
  $atanh: bounded(Math.atanh, -1, 1, '[-1,1]'),
  $atan: onDouble((value) => Math.atan(value)),
  $asinh: onDouble((value) => Math.asinh(value)),
  $sinh: onDouble((value) => Math.sinh(value)),
  $cosh: onDouble((value) => Math.cosh(value)),
  $tanh: onDouble((value) => Math.tanh(value)),
  $degreesToRadians: onDouble((value) => (value * Math.PI) / 180),
  $radiansToDegrees: onDouble((value) => (value * 180) / Math.PI),
  $atan2: eager(2, 2, (y, x) => {
    if (isNullish(y) || isNullish(x)) return null;
    if (!isNumeric(y)) throw new MongoError(51044, `$atan2 only supports numeric types, not ${typeName(y)} and ${typeName(x)}`);
    if (!isNumeric(x)) throw new MongoError(51045, `$atan2 only supports numeric types, not ${typeName(y)} and ${typeName(x)}`);
    return likeOperands(Math.atan2(toDouble(y), toDouble(x)), y, x);
  }),
};
