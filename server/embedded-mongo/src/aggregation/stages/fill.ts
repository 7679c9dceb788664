import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { addFields } from './add-fields.ts';
import { setWindowFields } from './set-window-fields.ts';
import type { StageParser } from './stage.ts';

const METHODS: Readonly<Record<string, string>> = { linear: '$linearFill', locf: '$locf' };
const KNOWN = ['partitionBy', 'partitionByFields', 'sortBy', 'output'];

/** `$fill`: what is missing, by a value or by the values around it. */
export const fill: StageParser = (operand, context) => {
  if (!isDocument(operand)) throw new MongoError(9, `The $fill stage specification must be an object, found ${typeName(operand)}`);
  const unknown = Object.keys(operand).find((field) => !KNOWN.includes(field));
  if (unknown !== undefined) throw new MongoError(40415, `BSON field '$fill.${unknown}' is an unknown field.`);
  const { windows, values } = outputsOf(operand.output);
  const byWindow = Object.keys(windows).length > 0 ? setWindowFields(windowSpec(operand, windows), context, '$setWindowFields') : undefined;
  const byValue = Object.keys(values).length > 0 ? addFields(values, context, '$addFields') : undefined;
  return {
    run(inputs, scope) {
      const filled = byWindow ? byWindow.run(inputs, scope) : inputs;
      return byValue ? byValue.run(filled, scope) : filled;
    },
  };
};

function outputsOf(output: unknown): { windows: Document; values: Document } {
  if (output === undefined) throw new MongoError(40414, "BSON field '$fill.output' is missing but a required field");
  if (!isDocument(output) || Object.keys(output).length === 0)
    throw new MongoError(6050203, "The output field in '$fill' must contain an object with at least one element");
  const windows: Document = {};
  const values: Document = {};
  for (const [field, spec] of fieldEntries(output)) {
    if (!isDocument(spec)) throw new MongoError(6050200, 'Each fill output specification must be an object with exactly one field');
    const unknown = Object.keys(spec).find((key) => key !== 'method' && key !== 'value');
    if (unknown !== undefined) throw new MongoError(40415, `BSON field '$fill.${unknown}' is an unknown field.`);
    if ('method' in spec && 'value' in spec)
      throw new MongoError(6050201, "Each fill output specification must have exactly one of 'method' or 'value' fields, not both");
    if ('value' in spec) values[field] = { $ifNull: [`$${field}`, spec.value] };
    if (!('method' in spec)) continue;
    const method = typeof spec.method === 'string' && Object.hasOwn(METHODS, spec.method) ? METHODS[spec.method] : undefined;
    if (!method) throw new MongoError(6050202, 'Method must be either locf or linear');
    windows[field] = { [method]: `$${field}` };
  }
  return { windows, values };
}

function windowSpec({ sortBy, partitionBy, partitionByFields }: Document, output: Document): Document {
  if (partitionBy !== undefined && partitionByFields !== undefined)
    throw new MongoError(6050204, "Maximum one of 'partitionBy' and 'partitionByFields can be specified in '$fill'");
  const byFields = partitionByFields && Object.fromEntries((partitionByFields as string[]).map((field) => [field, `$${field}`]));
  const partition = partitionBy ?? byFields;
  return { output, ...(sortBy ? { sortBy } : {}), ...(partition === undefined ? {} : { partitionBy: partition }) };
}
