import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { INT, LONG, type Numeric, numericKind, toBigInt } from '../../numbers/numeric.ts';
import type { OperatorTable } from './expression.ts';
import { eager } from './operands.ts';

function bitwise(name: string, neutral: bigint, combine: (a: bigint, b: bigint) => bigint): OperatorTable[string] {
  return eager(0, Number.POSITIVE_INFINITY, (...values) => {
    let result = neutral;
    let wide = false;
    for (const value of values) {
      if (isNullish(value)) return null;
      result = combine(result, integer(value, `${name} only supports int and long operands.`));
      wide ||= numericKind(value) === LONG;
    }
    return wide ? BigInt.asIntN(64, result) : Number(BigInt.asIntN(32, result));
  });
}

function integer(value: unknown, message: string): bigint {
  const kind = numericKind(value);
  if (kind !== INT && kind !== LONG) throw new MongoError(14, message);
  return toBigInt(value as Numeric);
}

export const bitwiseOperators: OperatorTable = {
  $bitAnd: bitwise('$bitAnd', -1n, (a, b) => a & b),
  $bitOr: bitwise('$bitOr', 0n, (a, b) => a | b),
  $bitXor: bitwise('$bitXor', 0n, (a, b) => a ^ b),
  $bitNot: eager(1, 1, (value) => {
    if (isNullish(value)) return null;
    const inverse = ~integer(value, `$bitNot only supports int and long, not: ${typeName(value)}.`);
    return numericKind(value) === LONG ? inverse : Number(inverse);
  }),
};
