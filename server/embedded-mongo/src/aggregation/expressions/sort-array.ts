import { fieldEntries } from '../../bson/field-order.ts';
import { isNullish } from '../../bson/truth.ts';
import { isDocument, toNumber } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { computed, type Expression, type ExpressionParser } from './expression.ts';
import { fieldPath } from './field-path.ts';
import { namedOperands } from './operands.ts';
import { arrayOf, fieldOf } from './values.ts';

type Order = (a: unknown, b: unknown) => number;

const FORM = {
  object: [2942500, (type: string) => `$sortArray requires an object as an argument, found: ${type}`],
  unknown: [2942501, (field: string) => `$sortArray found an unknown argument: ${field}`],
  required: {
    input: [2942502, "$sortArray requires 'input' to be specified"],
    sortBy: [2942503, "$sortArray requires 'sortBy' to be specified"],
  },
  optional: [],
} as const;

/** `$sortArray`: by the elements themselves, or by fields of them. */
export function sortArray(operand: unknown, parser: ExpressionParser): Expression {
  const { input, sortBy } = namedOperands(operand, FORM);
  const order = orderBy(sortBy, parser);
  const array = parser.parse(input);
  return computed([array], (frame) => {
    const value = array.evaluate(frame);
    if (isNullish(value)) return null;
    return arrayOf(value, 2942504, (type) => `The input argument to $sortArray must be an array, but was of type: ${type}`).toSorted(order);
  });
}

function orderBy(sortBy: unknown, { comparison }: ExpressionParser): Order {
  const whole = toNumber(sortBy);
  if (whole !== undefined) {
    const sign = direction(whole, () => new MongoError(2942506, 'The $sort element value must be either 1 or -1'));
    return (a, b) => sign * comparison.compare(a, b);
  }
  if (!isDocument(sortBy) || Object.keys(sortBy).length === 0)
    throw new MongoError(
      isDocument(sortBy) ? 2942505 : 2942507,
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  const fields = fieldEntries(sortBy).map(([path, value]) => ({
    names: fieldPath(path),
    sign: direction(toNumber(value), () => new MongoError(2942505, 'The $sort element value must be either 1 or -1')),
  }));
  return (a, b) => {
    for (const { names, sign } of fields) {
      const order = comparison.compare(names.reduce(fieldOf, a) ?? null, names.reduce(fieldOf, b) ?? null);
      if (order !== 0) return sign * order;
    }
    return 0;
  };
}

function direction(value: number | undefined, refusal: () => MongoError): 1 | -1 {
  if (value !== 1 && value !== -1) throw refusal();
  return value;
}
