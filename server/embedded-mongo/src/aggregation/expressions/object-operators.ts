import { Binary, type Document } from 'bson';
import { copyDocument, documentFrom, fieldEntries, setField } from '../../bson/field-order.ts';
import { shown } from '../../bson/shown.ts';
import { isNullish } from '../../bson/truth.ts';
import { typeName } from '../../bson/value-type.ts';
import { encode, isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { computed, constant, constantValue, type Expression, type ExpressionParser, type OperatorTable } from './expression.ts';
import { eager, type NamedForm, namedOperands } from './operands.ts';
import { arrayOf, fieldOf } from './values.ts';

function objectToArray(value: unknown): unknown {
  if (isNullish(value)) return null;
  if (!isDocument(value)) throw new MongoError(40390, `$objectToArray requires a document input, found: ${typeName(value)}`);
  return fieldEntries(value).map(([k, v]) => ({ k, v }));
}

/** The documents of an array, the fields of the later ones winning; null and what is missing say nothing. */
export function mergeObjects(values: readonly unknown[]): Document {
  const result: Document = {};
  for (const value of values) {
    if (isNullish(value)) continue;
    if (!isDocument(value))
      throw new MongoError(40400, `$mergeObjects requires object inputs, but input ${shown(value)} is of type ${typeName(value)}`);
    for (const [name, field] of fieldEntries(value)) setField(result, name, field);
  }
  return result;
}

function arrayToObject(value: unknown): unknown {
  if (isNullish(value)) return null;
  const elements = arrayOf(value, 40386, (type) => `$arrayToObject requires an array input, found: ${type}`);
  if (elements.length === 0) return {};
  const first = elements[0];
  if (!Array.isArray(first) && !isDocument(first))
    throw new MongoError(40398, `Unrecognised input type format for $arrayToObject: ${typeName(first)}`);
  return documentFrom(elements.map(Array.isArray(first) ? pair : keyAndValue));
}

function pair(element: unknown): [string, unknown] {
  const entry = arrayOf(
    element,
    40396,
    (type) =>
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Array was detected, now found: ${type}`,
  );
  if (entry.length !== 2)
    throw new MongoError(40397, `$arrayToObject requires an array of size 2 arrays,found array of size: ${entry.length}`);
  return [checkedKey(entry[0], 40395, 4940400), entry[1]];
}

function keyAndValue(element: unknown): [string, unknown] {
  if (!isDocument(element))
    throw new MongoError(
      40391,
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Object was detected, now found: ${typeName(element)}`,
    );
  const count = Object.keys(element).length;
  if (count !== 2)
    throw new MongoError(40392, `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${count}`);
  if (!Object.hasOwn(element, 'k') || !Object.hasOwn(element, 'v'))
    throw new MongoError(
      40393,
      `$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys from: ${shown(element)}`,
    );
  return [checkedKey(element.k, 40394, 4940401), element.v];
}

function checkedKey(key: unknown, notText: number, withNull: number): string {
  if (typeof key !== 'string')
    throw new MongoError(notText, `$arrayToObject requires the keys of its pairs to be of type string. Found type: ${typeName(key)}`);
  if (key.includes('\0')) throw new MongoError(withNull, 'Key field cannot contain an embedded null byte');
  return key;
}

/** The name of a field, which must be known before any document is. */
function constantName(
  given: unknown,
  parser: ExpressionParser,
  name: string,
  codes: { path: number; constant: number; text: number },
): string {
  if (typeof given === 'string' && given.startsWith('$'))
    throw new MongoError(
      codes.path,
      `'${given}' is a field path reference which is not allowed in this context. Did you mean {$literal: '${given}'}?`,
    );
  const expression = parser.parse(given);
  if (!expression.constant)
    throw new MongoError(codes.constant, `${name} requires 'field' to evaluate to a constant, but got a non-constant argument`);
  const field = constantValue(expression);
  if (typeof field !== 'string')
    throw new MongoError(codes.text, `${name} requires 'field' to evaluate to type String, but got ${typeName(field)}`);
  return field;
}

function getField(operand: unknown, parser: ExpressionParser, name: string): Expression {
  const isShort = !isDocument(operand) || Object.keys(operand)[0]?.startsWith('$') === true;
  const { field, input } = isShort ? { field: operand, input: '$$CURRENT' } : namedOperands(operand, GET_FIELD);
  const path = constantName(field, parser, name, { path: 5654600, constant: 5654601, text: 5654602 });
  const from = parser.parse(input);
  return computed([from], (frame) => {
    const value = from.evaluate(frame);
    return isNullish(value) ? value : fieldOf(value, path);
  });
}

const GET_FIELD: NamedForm = {
  object: [3041702, () => "$getField requires 'field' to be specified"],
  unknown: [3041701, (field) => `$getField found an unknown argument: ${field}`],
  required: {
    field: [3041702, "$getField requires 'field' to be specified"],
    input: [3041703, "$getField requires 'input' to be specified"],
  },
  optional: [],
};

function setFieldOf(name: '$setField' | '$unsetField'): OperatorTable[string] {
  const removes = name === '$unsetField';
  const form: NamedForm = {
    object: [4161100, () => `${name} only supports an object as its argument`],
    unknown: [4161101, (field) => `${name} found an unknown argument: ${field}`],
    required: {
      field: [4161102, `${name} requires 'field' to be specified`],
      ...(removes ? {} : { value: [4161103, `${name} requires 'value' to be specified`] as const }),
      input: [4161109, `${name} requires 'input' to be specified`],
    },
    optional: [],
  };
  return (operand, parser) => {
    const given = namedOperands(operand, form);
    const field = constantName(given.field, parser, name, { path: 4161108, constant: 4161106, text: 4161107 });
    const input = parser.parse(given.input);
    const value = removes ? constant(undefined) : parser.parse(given.value);
    return computed([input, value], (frame) => withField(name, input.evaluate(frame), field, value.evaluate(frame)));
  };
}

function withField(name: string, input: unknown, field: string, value: unknown): unknown {
  if (isNullish(input)) return null;
  if (!isDocument(input)) throw new MongoError(4161105, `${name} requires 'input' to evaluate to type Object`);
  if (value === undefined) return documentFrom(fieldEntries(input).filter(([other]) => other !== field));
  const result = copyDocument(input);
  setField(result, field, value);
  return result;
}

export const objectOperators: OperatorTable = {
  $objectToArray: eager(1, 1, objectToArray),
  $arrayToObject: eager(1, 1, arrayToObject),
  $mergeObjects: eager(0, Number.POSITIVE_INFINITY, (...values) => mergeObjects(values)),
  $getField: getField,
  $setField: setFieldOf('$setField'),
  $unsetField: setFieldOf('$unsetField'),
  $bsonSize: eager(1, 1, (value) => {
    if (isNullish(value)) return null;
    if (!isDocument(value)) throw new MongoError(31393, `$bsonSize requires a document input, found: ${typeName(value)}`);
    return encode(value).length;
  }),
  $binarySize: eager(1, 1, (value) => {
    if (isNullish(value)) return null;
    if (typeof value === 'string') return Buffer.byteLength(value);
    if (value instanceof Binary) return value.length();
    throw new MongoError(51276, `$binarySize requires a string or BinData argument, found: ${typeName(value)}`);
  }),
};
