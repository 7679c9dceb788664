import { isNullish } from '../../bson/truth.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { decimalToDouble, parseDecimal, signed, toDecimal128 } from '../../numbers/decimal.ts';
import * as decimals from '../../numbers/decimal-arithmetic.ts';
import { DECIMAL, double, integralOf, isNumeric, type Numeric, numericKind, toDecimal, toDouble } from '../../numbers/numeric.ts';
import type { SortSpec } from '../../query/sort-spec.ts';
import { ADDITION, combine, MULTIPLICATION, quotient, SUBTRACTION } from '../expressions/arithmetic-operators.ts';
import type { Expression } from '../expressions/expression.ts';
import type { Parser } from '../expressions/parser.ts';
import { type Bounds, spansOf, WHOLE } from './bounds.ts';
import type { WindowFunction } from './partition.ts';

interface Context {
  parser: Parser;
  sortBy: SortSpec | undefined;
  bounds: Bounds | undefined;
}

type Parse = (operand: unknown, context: Context, name: string) => WindowFunction;

/** Milliseconds of the units rates are given in; longer ones have no fixed length. */
const UNITS: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

interface Rate {
  input: Expression;
  /** Milliseconds of the unit, when the order is one of dates. */
  unit: number | undefined;
}

function parseRate(operand: unknown, { parser, sortBy }: Context, name: string): Rate {
  if (!isDocument(operand)) throw new MongoError(9, `${name} expects an object, but got something else`);
  const unknown = Object.keys(operand).find((field) => field !== 'input' && field !== 'unit');
  if (unknown !== undefined) throw new MongoError(9, `${name} got unexpected argument: ${unknown}`);
  if (!Object.hasOwn(operand, 'input')) throw new MongoError(9, `${name} requires an 'input' expression`);
  if (sortBy?.length !== 1) throw new MongoError(9, sortBy ? `${name} requires a non-compound sortBy` : `${name} requires a sortBy`);
  const unit = operand.unit === undefined ? undefined : UNITS[String(operand.unit)];
  if (operand.unit !== undefined && unit === undefined) throw new MongoError(5490704, "unit must be 'week' or smaller");
  return { input: parser.parse(operand.input), unit };
}

/** The places documents are sorted by as numbers, dates as milliseconds. */
function placesOf(places: readonly unknown[], unit: number | undefined, name: string): Numeric[] {
  const [notDate, needsUnit, notNumber] = name === '$derivative' ? [5624900, 5624901, 5624902] : [5423901, 5423902, 5423900];
  return places.map((place) => {
    if (place instanceof Date) {
      if (unit === undefined) throw new MongoError(needsUnit, `${name} where the sortBy is a Date requires an 'unit'`);
      return BigInt(place.getTime());
    }
    if (unit !== undefined) throw new MongoError(notDate, `${name} with 'unit' expects the sortBy field to be a Date`);
    if (!isNumeric(place)) throw new MongoError(notNumber, `${name} (with no 'unit') expects the sortBy field to be numeric`);
    return place;
  });
}

/** How fast a value changes between the ends of a window. */
const derivative: Parse = (operand, context, name) => {
  const { input, unit } = parseRate(operand, context, name);
  const { bounds, parser } = context;
  if (!bounds) throw new MongoError(9, '$derivative requires explicit window bounds');
  return (partition) => {
    const places = placesOf(partition.places(), unit, name);
    const values = partition.valuesOf(input);
    return spansOf(partition, bounds, parser.comparison).map(([from, to]) => {
      if (from >= to) return null;
      const [left, right] = [values[from], values[to - 1]];
      if (isNullish(left) || isNullish(right)) throw new MongoError(5624903, '$derivative input must not be null or missing');
      if (!isNumeric(left) || !isNumeric(right)) throw new MongoError(14, "can't $subtract what is no number in $derivative");
      const run = combine(SUBTRACTION, places[to - 1] as Numeric, places[from] as Numeric);
      if (toDouble(run) === 0) return null;
      const slope = quotient(combine(SUBTRACTION, right, left), run);
      return unit === undefined ? slope : combine(MULTIPLICATION, slope, BigInt(unit));
    });
  };
};

/** The area under a curve, by trapezoids. */
const integral: Parse = (operand, context, name) => {
  const { input, unit } = parseRate(operand, context, name);
  const { bounds = WHOLE, parser } = context;
  return (partition) => {
    const places = placesOf(partition.places(), unit, name);
    const values = partition.valuesOf(input).map(integrated);
    return spansOf(partition, bounds, parser.comparison).map(([from, to]) => {
      if (from >= to) return null;
      let area: Numeric = 0;
      for (let i = from + 1; i < to; i++) area = combine(ADDITION, area, trapezoid(places, values, i));
      return unit === undefined ? area : quotient(area, BigInt(unit));
    });
  };
};

function integrated(value: unknown): Numeric {
  if (!isNumeric(value)) throw new MongoError(5423900, 'The input value of $integral must be numeric');
  return value;
}

function trapezoid(places: readonly Numeric[], values: readonly Numeric[], i: number): Numeric {
  const width = combine(SUBTRACTION, places[i] as Numeric, places[i - 1] as Numeric);
  const heights = combine(ADDITION, values[i] as Numeric, values[i - 1] as Numeric);
  return quotient(combine(MULTIPLICATION, width, heights), double(2));
}

/** How two values vary together. */
function covariance(ofSample: boolean): Parse {
  return (operand, { parser, bounds = WHOLE }, name) => {
    if (!Array.isArray(operand) || operand.length !== 2) throw new MongoError(9, `${name} requires an array of exactly two expressions`);
    const [x, y] = operand.map((value) => parser.parse(value)) as [Expression, Expression];
    return (partition) => {
      const [xs, ys] = [partition.valuesOf(x), partition.valuesOf(y)];
      return spansOf(partition, bounds, parser.comparison).map(([from, to]) =>
        covarianceOf(xs.slice(from, to), ys.slice(from, to), ofSample),
      );
    };
  };
}

function covarianceOf(xs: readonly unknown[], ys: readonly unknown[], ofSample: boolean): unknown {
  let count = 0;
  let meanX = 0;
  let meanY = 0;
  let products = 0;
  for (const [index, x] of xs.entries()) {
    const y = ys[index];
    if (!isNumeric(x) || !isNumeric(y)) continue;
    count++;
    const distance = toDouble(x) - meanX;
    meanX += distance / count;
    meanY += (toDouble(y) - meanY) / count;
    products += distance * (toDouble(y) - meanY);
  }
  const divisor = ofSample ? count - 1 : count;
  return divisor <= 0 ? null : double(products / divisor);
}

/** A mean in which what is long past counts for ever less. */
const movingAverage: Parse = (operand, { parser, sortBy, bounds }, name) => {
  const fields = isDocument(operand) ? Object.keys(operand) : [];
  if (bounds || !isDocument(operand)) throw new MongoError(9, '$expMovingAvg must have exactly one argument that is an object');
  const [factor] = fields.filter((field) => field !== 'input');
  if (fields.length !== 2 || !fields.includes('input') || (factor !== 'N' && factor !== 'alpha'))
    throw new MongoError(
      9,
      `${name} sub object must have exactly two fields: An 'input' field, and either an 'N' field or an 'alpha' field`,
    );
  if (!sortBy) throw new MongoError(9, `${name} requires an explicit 'sortBy'`);
  const input = parser.parse(operand.input);
  const alpha = factor === 'N' ? alphaOfN(operand.N) : checkedAlpha(operand.alpha);
  const rest = decimals.subtract(signed(1n), alpha);
  return (partition) => {
    let mean: ReturnType<typeof decimals.add> | undefined;
    let isDecimal = false;
    return partition.valuesOf(input).map((value) => {
      if (isNumeric(value)) {
        isDecimal ||= numericKind(value) === DECIMAL;
        const number = toDecimal(value);
        mean = mean ? decimals.add(decimals.multiply(number, alpha), decimals.multiply(mean, rest)) : number;
      }
      if (!mean) return null;
      return isDecimal ? toDecimal128(mean) : double(decimalToDouble(mean));
    });
  };
};

function alphaOfN(given: unknown) {
  const count = integralOf(given);
  if (count === undefined)
    throw new MongoError(9, `'N' field must be an integer, but found ${given}. To use a non-integer, use the 'alpha' argument instead`);
  if (count <= 0n) throw new MongoError(9, `'N' must be greater than zero. Got ${count}`);
  return decimals.divide(signed(2n), signed(count + 1n));
}

function checkedAlpha(given: unknown) {
  if (!isNumeric(given)) throw new MongoError(9, "'alpha' must be a number");
  const alpha = toDouble(given);
  if (!(alpha > 0 && alpha < 1)) throw new MongoError(9, `'alpha' must be between 0 and 1 (exclusive), found ${given}`);
  return numericKind(given) === DECIMAL ? toDecimal(given) : (parseDecimal(String(alpha)) ?? signed(0n));
}

/** Functions of how values change. */
export const rateFunctions: Readonly<Record<string, Parse>> = {
  $derivative: derivative,
  $integral: integral,
  $covariancePop: covariance(false),
  $covarianceSamp: covariance(true),
  $expMovingAvg: movingAverage,
};
