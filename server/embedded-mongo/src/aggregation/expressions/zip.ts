import { fieldEntries } from '../../bson/field-order.ts';
import { shown } from '../../bson/shown.ts';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { computed, type Expression, type ExpressionParser, type Frame } from './expression.ts';
import { arrayOf } from './values.ts';

interface Zip {
  inputs: Expression[];
  defaults: Expression[];
  longest: boolean;
}

/** `$zip`: the first elements of some arrays together, then the second ones, and so on. */
export function zip(operand: unknown, parser: ExpressionParser): Expression {
  const spec = parseZip(operand, parser);
  return computed([...spec.inputs, ...spec.defaults], (frame) => rows(spec, frame));
}

function parseZip(operand: unknown, parser: ExpressionParser): Zip {
  if (!isDocument(operand)) throw new MongoError(34460, `$zip only supports an object as an argument, found ${typeName(operand)}`);
  const spec: Zip = { inputs: [], defaults: [], longest: false };
  for (const [field, value] of fieldEntries(operand)) {
    if (field === 'inputs') spec.inputs = expressions(value, parser, 34461, 'inputs');
    else if (field === 'defaults') spec.defaults = expressions(value, parser, 34462, 'defaults');
    else if (field !== 'useLongestLength') throw new MongoError(34464, `$zip found an unknown argument: ${field}`);
    else if (typeof value !== 'boolean') throw new MongoError(34463, `useLongestLength must be a bool, found ${typeName(value)}`);
    else spec.longest = value;
  }
  const { inputs, defaults, longest } = spec;
  if (inputs.length === 0) throw new MongoError(34465, '$zip requires at least one input array');
  if (defaults.length > 0 && !longest) throw new MongoError(34466, 'cannot specify defaults unless useLongestLength is true');
  if (defaults.length > 0 && defaults.length !== inputs.length)
    throw new MongoError(34467, 'defaults and inputs must have the same length');
  return spec;
}

function expressions(value: unknown, parser: ExpressionParser, code: number, field: string): Expression[] {
  return arrayOf(value, code, (type) => `${field} must be an array of expressions, found ${type}`).map((element) => parser.parse(element));
}

function rows({ inputs, defaults, longest }: Zip, frame: Frame): unknown[][] | null {
  const columns: unknown[][] = [];
  for (const input of inputs) {
    const column = input.evaluate(frame);
    if (isNullish(column)) return null;
    columns.push(arrayOf(column, 34468, () => `$zip found a non-array expression in input: ${shown(column)}`));
  }
  const lengths = columns.map((column) => column.length);
  const length = longest ? Math.max(...lengths) : Math.min(...lengths);
  const fillers = defaults.map((filler) => filler.evaluate(frame) ?? null);
  return Array.from({ length }, (_, row) => columns.map((column, index) => (row < column.length ? column[row] : (fillers[index] ?? null))));
}
