import { fieldEntries } from '../bson/field-order.ts';
import { shown } from '../bson/shown.ts';
import { typeName } from '../bson/value-type.ts';
import { isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { type Decimal, toDecimal128 } from '../numbers/decimal.ts';
import { add, multiply } from '../numbers/decimal-arithmetic.ts';
import {
  DECIMAL,
  DOUBLE,
  double,
  fitsLong,
  INT,
  intOrLong,
  isNumeric,
  LONG,
  type Numeric,
  numericKind,
  toBigInt,
  toDecimal,
  toDouble,
} from '../numbers/numeric.ts';
import { creating, type OperatorCompiler } from './operation.ts';

interface Arithmetic {
  verb: string;
  doubles(a: number, b: number): number;
  integers(a: bigint, b: bigint): bigint;
  decimals(a: Decimal, b: Decimal): Decimal;
}

const ADDITION: Arithmetic = { verb: 'increment', doubles: (a, b) => a + b, integers: (a, b) => a + b, decimals: add };
const MULTIPLICATION: Arithmetic = { verb: 'multiply', doubles: (a, b) => a * b, integers: (a, b) => a * b, decimals: multiply };

/** `$inc`: a missing field is set to the operand. */
export const increment = arithmetic('$inc', ADDITION);

/** `$mul`: a missing field is set to the zero of the operand's type. */
export const multiplyBy = arithmetic('$mul', MULTIPLICATION);

function arithmetic(name: '$inc' | '$mul', by: Arithmetic): OperatorCompiler {
  return (operand, path) => {
    if (!isNumeric(operand)) throw new MongoError(14, `Cannot ${by.verb} with non-numeric argument: {${path}: ${shown(operand)}}`);
    const onMissing = name === '$inc' ? operand : combine(by, operand, 0);
    return creating((current, document) => {
      if (current === undefined) return { set: onMissing };
      if (!isNumeric(current)) throw notNumeric(name, current, path, document());
      const result = combine(by, current, operand);
      if (result !== undefined) return { set: result };
      throw new MongoError(2, `Failed to apply ${name} operations to current value (${typed(current)}) for document ${document()}`);
    });
  };
}

function notNumeric(name: string, current: unknown, path: string, document: string): MongoError {
  const field = path.split('.').at(-1);
  return new MongoError(
    14,
    `Cannot apply ${name} to a value of non-numeric type. ${document} has the field '${field}' of non-numeric type ${typeName(current)}`,
  );
}

/** The result in the wider of the two types, 32 bits growing to 64; `undefined` beyond 64. */
function combine({ doubles, integers, decimals }: Arithmetic, a: Numeric, b: Numeric): Numeric | undefined {
  const kind = Math.max(numericKind(a) ?? INT, numericKind(b) ?? INT);
  if (kind === DECIMAL) return toDecimal128(decimals(toDecimal(a), toDecimal(b)));
  if (kind === DOUBLE) return double(doubles(toDouble(a), toDouble(b)));
  const result = integers(toBigInt(a), toBigInt(b));
  if (!fitsLong(result)) return undefined;
  return kind === LONG ? result : intOrLong(result);
}

function typed(value: Numeric): string {
  return `(${numericKind(value) === LONG ? 'NumberLong' : 'NumberInt'})${shown(value)}`;
}

const BITWISE: Readonly<Record<string, (value: bigint, mask: bigint) => bigint>> = {
  and: (value, mask) => value & mask,
  or: (value, mask) => value | mask,
  xor: (value, mask) => value ^ mask,
};

/** `$bit: {and | or | xor: whole number}`, one after the other. */
export const bitwise: OperatorCompiler = (operand, path) => {
  const steps = bitSteps(operand);
  return creating((current, document) => {
    const start = current === undefined ? 0 : current;
    if (!isIntegral(start)) {
      const field = path.split('.').at(-1);
      const message = `Cannot apply $bit to a value of non-integral type.${document()} has the field ${field} of non-integer type`;
      throw new MongoError(2, `${message} ${typeName(current)}`);
    }
    return { set: steps.reduce((value, step) => step(value), start) };
  });
};

function bitSteps(operand: unknown): ((value: number | bigint) => number | bigint)[] {
  if (!isDocument(operand)) {
    const message = `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document`;
    throw new MongoError(2, `${message}: {$bit: {field: {and/or/xor: #}}`);
  }
  const steps = fieldEntries(operand).map(([name, mask]) => {
    const combined = Object.hasOwn(BITWISE, name) ? BITWISE[name] : undefined;
    if (!combined) {
      const message = `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator`;
      throw new MongoError(2, `${message}: {${name}: ${shown(mask)}}`);
    }
    if (!isIntegral(mask)) {
      const message = `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(mask)}' is not supported here`;
      throw new MongoError(2, `${message}: {${name}: ${shown(mask)}}`);
    }
    return (value: number | bigint) => {
      const result = combined(BigInt(value), BigInt(mask));
      return typeof value === 'bigint' || typeof mask === 'bigint' ? result : Number(result);
    };
  });
  if (steps.length === 0)
    throw new MongoError(2, 'You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}');
  return steps;
}

function isIntegral(value: unknown): value is number | bigint {
  const kind = numericKind(value);
  return kind === INT || kind === LONG;
}
