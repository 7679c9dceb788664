import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { shown } from '../../bson/shown.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric } from '../../numbers/numeric.ts';
import type { Comparison } from '../comparison.ts';
import { constantValue, type Expression } from '../expressions/expression.ts';
import type { Parser } from '../expressions/parser.ts';
import { grouped, parseFields } from './group.ts';
import { sort } from './sort.ts';
import { readsOf, type StageParser } from './stage.ts';

/** `$bucket`: documents grouped by the interval a value lies in. */
export const bucket: StageParser = (operand, context) => {
  const spec = checkedSpec(operand);
  const parser = context.parser();
  const groupBy = parseGroupBy('$bucket', spec.groupBy, parser, 40202);
  const { comparison } = parser;
  const boundaries = parseBoundaries(spec.boundaries, parser);
  const fallback = parseDefault(spec, parser, boundaries);
  const fields = parseFields(checkedOutput('$bucket', spec.output, 40196), parser);
  const byId = sort({ _id: 1 }, context, '$sort');
  const id: Expression = {
    evaluate: (frame) => boundaryBelow(groupBy.evaluate(frame), boundaries, fallback, comparison),
    constant: false,
  };
  return {
    reads: readsOf(parser),
    reshapes: true,
    run: (inputs, scope) => byId.run(grouped(inputs, { id, fields }, scope, comparison), scope),
  };
};

function checkedSpec(operand: unknown): Document {
  if (!isDocument(operand))
    throw new MongoError(40201, `Argument to $bucket stage must be an object, but found type: ${typeName(operand)}.`);
  for (const [field] of fieldEntries(operand))
    if (!['groupBy', 'boundaries', 'default', 'output'].includes(field))
      throw new MongoError(40197, `Unrecognized option to $bucket: ${field}.`);
  if (!Object.hasOwn(operand, 'groupBy') || !Object.hasOwn(operand, 'boundaries'))
    throw new MongoError(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  return operand;
}

/** What documents are told apart by: a path or an expression, never a constant given by mistake. */
export function parseGroupBy(name: string, groupBy: unknown, parser: Parser, code: number): Expression {
  const isPath = typeof groupBy === 'string' && groupBy.startsWith('$');
  const isExpression = isDocument(groupBy) && Object.keys(groupBy)[0]?.startsWith('$') === true;
  if (!isPath && !isExpression)
    throw new MongoError(
      code,
      `The ${name} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${shown(groupBy)}.`,
    );
  return parser.parse(groupBy);
}

/** The accumulators of each bucket: how many documents it has, unless told otherwise. */
export function checkedOutput(name: string, output: unknown, code: number): Document {
  if (output === undefined) return { count: { $sum: 1 } };
  if (!isDocument(output)) throw new MongoError(code, `The ${name} 'output' field must be an object, but found type: ${typeName(output)}.`);
  return output;
}

function parseBoundaries(given: unknown, parser: Parser): unknown[] {
  if (!Array.isArray(given))
    throw new MongoError(40200, `The $bucket 'boundaries' field must be an array, but found type: ${typeName(given)}.`);
  const boundaries = given.map((value) => {
    const expression = parser.parse(value);
    if (!expression.constant)
      throw new MongoError(40191, `The $bucket 'boundaries' field must be an array of constant values, but found value: ${shown(value)}.`);
    return constantValue(expression);
  });
  if (boundaries.length < 2)
    throw new MongoError(40192, `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`);
  for (let i = 1; i < boundaries.length; i++) {
    const [before, after] = [boundaries[i - 1], boundaries[i]];
    if (kindOf(before) !== kindOf(after))
      throw new MongoError(
        40193,
        `All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(before)} and ${typeName(after)}.`,
      );
    if (parser.comparison.compare(before, after) >= 0)
      throw new MongoError(
        40194,
        `The 'boundaries' option to $bucket must be sorted, but elements ${i - 1} and ${i} are not in ascending order (${shown(before)} is not less than ${shown(after)}).`,
      );
  }
  return boundaries;
}

function kindOf(value: unknown): string {
  return isNumeric(value) ? 'number' : typeName(value);
}

function parseDefault(spec: Document, parser: Parser, boundaries: readonly unknown[]): { value: unknown } | undefined {
  if (!Object.hasOwn(spec, 'default')) return undefined;
  const expression = parser.parse(spec.default);
  if (!expression.constant)
    throw new MongoError(40195, `The $bucket 'default' field must be a constant expression, but found: ${shown(spec.default)}.`);
  const value = constantValue(expression);
  const { compare } = parser.comparison;
  const inside = compare(value, boundaries[0]) >= 0 && compare(value, boundaries.at(-1)) < 0;
  if (inside && kindOf(value) === kindOf(boundaries[0]))
    throw new MongoError(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  return { value };
}

function boundaryBelow(
  value: unknown,
  boundaries: readonly unknown[],
  fallback: { value: unknown } | undefined,
  { compare }: Comparison,
): unknown {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(value, boundaries[middle]) >= 0) low = middle + 1;
    else high = middle;
  }
  if (low > 0 && low < boundaries.length) return boundaries[low - 1];
  if (!fallback) throw new MongoError(40066, '$switch could not find a matching branch for an input, and no default was specified.');
  return fallback.value;
}
