import { fieldEntries } from '../../bson/field-order.ts';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric } from '../../numbers/numeric.ts';
import { typeNumbers } from '../../query/type-test.ts';
import { type Conversion, conversions } from './conversions.ts';
import { computed, type Expression, type ExpressionParser, type OperatorTable } from './expression.ts';
import { eager, type NamedForm, namedOperands } from './operands.ts';
import { int32Of } from './values.ts';

const CONVERSION_FAILURE = 241;

const CONVERT: NamedForm = {
  object: [9, (type) => `$convert expects an object of named arguments but found: ${type}`],
  unknown: [9, (field) => `$convert found an unknown argument: ${field}`],
  required: { input: [9, "Missing 'input' parameter to $convert"], to: [9, "Missing 'to' parameter to $convert"] },
  optional: ['onError', 'onNull'],
};

function convert(operand: unknown, parser: ExpressionParser): Expression {
  const given = namedOperands(operand, CONVERT);
  const operands = new Map(fieldEntries(given).map(([name, value]) => [name, parser.parse(value)]));
  const input = operands.get('input') as Expression;
  const to = operands.get('to') as Expression;
  return computed([...operands.values()], (frame) => {
    const target = to.evaluate(frame);
    const type = isNullish(target) ? undefined : targetType(target);
    const value = input.evaluate(frame);
    if (isNullish(value)) return operands.has('onNull') ? operands.get('onNull')?.evaluate(frame) : null;
    if (type === undefined) return null;
    try {
      return converted(value, type);
    } catch (error) {
      const fallback = operands.get('onError');
      if (fallback && error instanceof MongoError && error.code === CONVERSION_FAILURE) return fallback.evaluate(frame);
      throw error;
    }
  });
}

/** The number of the BSON type that is wanted. */
function targetType(target: unknown): number {
  if (target === 'missing') return 0;
  if (typeof target === 'string') {
    if (target === 'number') throw new MongoError(2, 'Unknown type name: number');
    return typeNumbers(target)[0] as number;
  }
  if (!isNumeric(target)) throw new MongoError(9, `$convert's 'to' argument must be a string or number, but is ${typeName(target)}`);
  const type = int32Of(target);
  if (type === undefined) throw new MongoError(9, "In $convert, numeric 'to' argument is not an integer");
  if (!((type >= 0 && type <= 19) || type === -1 || type === 127))
    throw new MongoError(9, `In $convert, numeric value for 'to' does not correspond to a BSON type: ${type}`);
  return type;
}

function converted(value: unknown, type: number): unknown {
  const target = TARGETS[type];
  const conversion = target && (conversions[target] as Conversion | undefined);
  if (!conversion) throw unsupported(value, TYPE_NAMES[type] ?? 'missing');
  const result = conversion(value, typeName(value));
  if (result === undefined) throw unsupported(value, target);
  return result;
}

function unsupported(value: unknown, target: string): MongoError {
  return new MongoError(
    CONVERSION_FAILURE,
    `Unsupported conversion from ${typeName(value)} to ${target} in $convert with no onError value`,
  );
}

const TYPE_NAMES: Readonly<Record<number, string>> = {
  [-1]: 'minKey',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  10: 'null',
  11: 'regex',
  12: 'dbPointer',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  17: 'timestamp',
  127: 'maxKey',
};

const TARGETS: Readonly<Record<number, keyof typeof conversions>> = {
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
};

/** `$toInt` and the like: `$convert` without its options. */
function shortcut(type: number): OperatorTable[string] {
  return (operand, parser, name) => {
    if (Array.isArray(operand) && operand.length !== 1)
      throw new MongoError(50723, `${name} requires a single argument, got ${operand.length}`);
    return eager(1, 1, (value) => (isNullish(value) ? null : converted(value, type)))(operand, parser, name);
  };
}

export const conversionOperators: OperatorTable = {
  $convert: convert,
  $toDouble: shortcut(1),
  $toString: shortcut(2),
  $toObjectId: shortcut(7),
  $toBool: shortcut(8),
  $toDate: shortcut(9),
  $toInt: shortcut(16),
  $toLong: shortcut(18),
  $toDecimal: shortcut(19),
  $type: eager(1, 1, typeName),
  $isNumber: eager(1, 1, isNumeric),
};
