import { fieldEntries } from '../../bson/field-order.ts';
import { isNullish } from '../../bson/truth.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric, type Numeric } from '../../numbers/numeric.ts';
import { type SortKey, sortOrder } from '../../query/sort.ts';
import type { SortSpec } from '../../query/sort-spec.ts';
import { ADDITION, combine, MULTIPLICATION, quotient, SUBTRACTION } from '../expressions/arithmetic-operators.ts';
import { constantValue, type Expression } from '../expressions/expression.ts';
import type { Parser } from '../expressions/parser.ts';
import { int32Of } from '../expressions/values.ts';
import type { Bounds } from './bounds.ts';
import type { Partition, WindowFunction } from './partition.ts';

type Parse = (
  operand: unknown,
  context: { parser: Parser; sortBy: SortSpec | undefined; bounds: Bounds | undefined },
  name: string,
) => WindowFunction;

/** The place of each document; `next` tells the number after another from what its order says. */
function ranking(next: (last: number, index: number, same: boolean) => number): Parse {
  return (operand, { parser, sortBy, bounds }, name) => {
    if (bounds) throw new MongoError(5371601, 'Rank style window functions take no other arguments');
    if (!isDocument(operand) || Object.keys(operand).length > 0)
      throw new MongoError(5371603, `${name} must be specified with '{}' as the value`);
    if (!sortBy || (sortBy.length !== 1 && name !== '$documentNumber'))
      throw new MongoError(5371602, `${name} must be specified with a top level sortBy expression with exactly one element`);
    const { keyOf, compare } = sortOrder(sortBy, parser.comparison.collation);
    return ({ documents }) => {
      let last = 0;
      let lastKey: SortKey | undefined;
      return documents.map((document, index) => {
        const key = keyOf(document);
        last = next(last, index, lastKey !== undefined && compare(lastKey, key) === 0);
        lastKey = key;
        return BigInt(last);
      });
    };
  };
}

const shift: Parse = (operand, { parser, sortBy, bounds }) => {
  if (bounds) throw new MongoError(9, "$shift does not accept a 'window' field");
  if (!sortBy) throw new MongoError(9, "'$shift' requires a sortBy");
  if (!isDocument(operand)) throw new MongoError(9, 'Argument to $shift must be an object');
  for (const [field] of fieldEntries(operand))
    if (!['output', 'by', 'default'].includes(field)) throw new MongoError(9, `Unknown argument in $shift: ${field}`);
  if (!Object.hasOwn(operand, 'output')) throw new MongoError(9, '$shift requires an output expression.');
  if (!Object.hasOwn(operand, 'by')) throw new MongoError(9, "$shift requires 'by' as an integer value.");
  const by = int32Of(operand.by);
  if (by === undefined) throw new MongoError(9, `'$shift:by' field must be an integer, but found ${operand.by}`);
  const output = parser.parse(operand.output);
  const fallback = parser.parse(operand.default ?? null);
  if (!fallback.constant) throw new MongoError(9, "'$shift:default' expression must yield a constant value.");
  return (partition) => {
    const values = partition.valuesOf(output);
    return values.map((_, index) => (index + by in values ? (values[index + by] ?? null) : constantValue(fallback)));
  };
};

/** The last value there was. */
const lastObserved: Parse = (operand, { parser, bounds }) => {
  if (bounds) throw new MongoError(9, "'window' field is not allowed in $locf");
  const input = parser.parse(operand);
  return (partition) => {
    let last: unknown = null;
    return partition.valuesOf(input).map((value) => {
      if (!isNullish(value)) last = value;
      return last;
    });
  };
};

/** Values on the straight line between the last there was and the next there is. */
const linearFill: Parse = (operand, { parser, sortBy, bounds }) => {
  if (bounds) throw new MongoError(9, "'window' field is not allowed in $linearFill");
  if (sortBy?.length !== 1)
    throw new MongoError(605001, '$linearFill must be specified with a top level sortBy expression with exactly one element');
  const input: Expression = parser.parse(operand);
  return (partition) => filled(partition, partition.valuesOf(input));
};

function filled(partition: Partition, values: unknown[]): unknown[] {
  const places = partition.places().map(numericPlace);
  for (let i = 1; i < places.length; i++)
    if (Number(places[i]) === Number(places[i - 1]))
      throw new MongoError(6050106, 'There can be no repeated values in the sort field in linearFill');
  const result = values.map((value) => (isNullish(value) ? null : checkedValue(value)));
  let left = -1;
  for (let right = 0; right < values.length; right++) {
    if (result[right] === null) continue;
    for (let between = left + 1; left >= 0 && between < right; between++) result[between] = onLine(places, values, left, right, between);
    left = right;
  }
  return result;
}

function numericPlace(place: unknown): Numeric {
  if (place instanceof Date) return BigInt(place.getTime());
  if (!isNumeric(place)) throw new MongoError(605002, 'The sort field of $linearFill must be numeric or a date');
  return place;
}

function checkedValue(value: unknown): unknown {
  if (!isNumeric(value)) throw new MongoError(605003, 'Value to be filled must be numeric or nullish');
  return value;
}

function onLine(places: readonly Numeric[], values: readonly unknown[], left: number, right: number, at: number): Numeric {
  const [x0, x1, x] = [places[left], places[right], places[at]] as [Numeric, Numeric, Numeric];
  const [y0, y1] = [values[left], values[right]] as [Numeric, Numeric];
  const share = quotient(combine(SUBTRACTION, x, x0), combine(SUBTRACTION, x1, x0));
  return combine(ADDITION, y0, combine(MULTIPLICATION, share, combine(SUBTRACTION, y1, y0)));
}

/** Functions of the order of documents. */
export const orderFunctions: Readonly<Record<string, Parse>> = {
  $rank: ranking((last, index, same) => (same ? last : index + 1)),
  $denseRank: ranking((last, _, same) => (same ? last : last + 1)),
  $documentNumber: ranking((_, index) => index + 1),
  $shift: shift,
  $locf: lastObserved,
  $linearFill: linearFill,
};
