import { BSONRegExp, type Document } from 'bson';
import { typeName } from '../bson/value-type.ts';
import { asDocument, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { regexTest } from '../query/regex.ts';
import { typeTest } from '../query/type-test.ts';
import { comparedTo } from '../query/value-tests.ts';
import { type Keyword, malformed, type Rule, rule } from './rule.ts';
import { unorderedKey } from './unordered-key.ts';

/** The names JSON Schema gives to types; its `integer` is not among MongoDB's. */
const JSON_TYPES: Record<string, string> = {
  array: 'array',
  boolean: 'bool',
  null: 'null',
  number: 'number',
  object: 'object',
  string: 'string',
};

function typeRule(keyword: 'type' | 'bsonType', operand: unknown): Rule[] {
  const names = Array.isArray(operand) ? operand : [operand];
  if (names.length === 0 || names.some((name) => typeof name !== 'string'))
    throw malformed(keyword, 'either a string or an array of strings');
  if (new Set(names).size < names.length) throw new MongoError(9, `$jsonSchema keyword '${keyword}' has duplicate value`);
  const aliases = keyword === 'bsonType' ? names : names.map(jsonType);
  const test = typeTest(aliases);
  return [
    rule(
      { [keyword]: operand },
      (value) => test(value, false),
      (value) => ({ reason: 'type did not match', consideredValue: value, consideredType: typeName(value) }),
    ),
  ];
}

function jsonType(name: string): string {
  if (name === 'integer') throw new MongoError(9, "$jsonSchema type 'integer' is not currently supported.");
  const type = JSON_TYPES[name];
  if (!type) throw new MongoError(2, `Unknown type name alias: ${name}`);
  return type;
}

const numeric = typeTest('number');
const isNumber = (value: unknown) => numeric(value, false);

/** A bound of numbers; of other values it says nothing. */
function bound(keyword: 'maximum' | 'minimum', operand: unknown, schema: Document): Rule[] {
  if (!isNumber(operand)) throw malformed(keyword, 'a number');
  const exclusion = keyword === 'maximum' ? 'exclusiveMaximum' : 'exclusiveMinimum';
  const exclusive = schema[exclusion] === true;
  const operator = keyword === 'maximum' ? (exclusive ? '$lt' : '$lte') : exclusive ? '$gt' : '$gte';
  const test = comparedTo(operator, operand);
  return [
    rule(
      { [keyword]: operand, ...(exclusive ? { [exclusion]: true } : {}) },
      (value) => !isNumber(value) || test(value, false),
      (value) => ({ reason: 'comparison failed', consideredValue: value }),
    ),
  ];
}

/** Bounds of a length: of strings in characters, of arrays in elements, of documents in fields. */
function size(keyword: string, sizeOf: (value: unknown) => number | undefined, reason: string): Keyword {
  return (operand) => {
    const limit = toNumber(operand);
    if (limit === undefined) throw malformed(keyword, 'a number');
    if (!Number.isInteger(limit) || limit < 0) throw new MongoError(9, `$jsonSchema keyword '${keyword}' must be a non-negative integer`);
    const within = keyword.startsWith('max') ? (length: number) => length <= limit : (length: number) => length >= limit;
    return [
      rule(
        { [keyword]: operand },
        (value) => within(sizeOf(value) ?? limit),
        (value) => ({ reason, consideredValue: value }),
      ),
    ];
  };
}

const characters = (value: unknown) => (typeof value === 'string' ? [...value].length : undefined);
const elements = (value: unknown) => (Array.isArray(value) ? value.length : undefined);
const fields = (value: unknown) => {
  const document = asDocument(value);
  return document && Object.keys(document).length;
};

function pattern(operand: unknown): Rule[] {
  if (typeof operand !== 'string') throw malformed('pattern', 'a string');
  const test = regexTest(new BSONRegExp(operand));
  return [
    rule(
      { pattern: operand },
      (value) => typeof value !== 'string' || test(value, false),
      (value) => ({ reason: 'regular expression did not match', consideredValue: value }),
    ),
  ];
}

function multipleOf(operand: unknown): Rule[] {
  const divisor = toNumber(operand);
  if (divisor === undefined) throw malformed('multipleOf', 'a number');
  if (divisor <= 0) throw new MongoError(9, "$jsonSchema keyword 'multipleOf' must have a positive value");
  return [
    rule(
      { multipleOf: operand },
      (value) => !isNumber(value) || (toNumber(value) as number) % divisor === 0,
      (value) => ({ reason: 'considered value is not a multiple of the specified value', consideredValue: value }),
    ),
  ];
}

function enumeration(operand: unknown): Rule[] {
  if (!Array.isArray(operand)) throw malformed('enum', 'an array');
  if (operand.length === 0) throw new MongoError(9, "$jsonSchema keyword 'enum' cannot be an empty array");
  const keys = new Set(operand.map(unorderedKey));
  if (keys.size < operand.length) throw new MongoError(9, "$jsonSchema keyword 'enum' array cannot contain duplicate values.");
  return [
    rule(
      { enum: operand },
      (value) => keys.has(unorderedKey(value)),
      (value) => ({ reason: 'value was not found in enum', consideredValue: value }),
    ),
  ];
}

function uniqueItems(operand: unknown): Rule[] {
  if (typeof operand !== 'boolean') throw malformed('uniqueItems', 'a boolean');
  const isUnique = (value: unknown) => !Array.isArray(value) || new Set(value.map(unorderedKey)).size === value.length;
  const found = (value: unknown) => ({ reason: 'found a duplicate item', consideredValue: value });
  return operand ? [rule({ uniqueItems: true }, isUnique, found)] : [];
}

function required(operand: unknown): Rule[] {
  if (!Array.isArray(operand) || operand.some((name) => typeof name !== 'string')) throw malformed('required', 'an array of strings');
  if (operand.length === 0) throw new MongoError(9, "$jsonSchema keyword 'required' cannot be an empty array");
  if (new Set(operand).size < operand.length)
    throw new MongoError(9, "$jsonSchema keyword 'required' array cannot contain duplicate values");
  const missing = (value: unknown) => {
    const document = asDocument(value);
    return document ? operand.filter((name) => !Object.hasOwn(document, name)) : [];
  };
  return [
    rule(
      { required: operand },
      (value) => missing(value).length === 0,
      (value) => ({ missingProperties: missing(value) }),
    ),
  ];
}

/** The keywords that look at a value itself. */
export const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (operand) => typeRule('type', operand),
  bsonType: (operand) => typeRule('bsonType', operand),
  maximum: (operand, schema) => bound('maximum', operand, schema),
  minimum: (operand, schema) => bound('minimum', operand, schema),
  maxLength: size('maxLength', characters, 'specified string length was not satisfied'),
  minLength: size('minLength', characters, 'specified string length was not satisfied'),
  maxItems: size('maxItems', elements, 'array did not match specified length'),
  minItems: size('minItems', elements, 'array did not match specified length'),
  maxProperties: size('maxProperties', fields, 'specified number of properties was not satisfied'),
  minProperties: size('minProperties', fields, 'specified number of properties was not satisfied'),
  pattern,
  multipleOf,
  enum: enumeration,
  uniqueItems,
  required,
};
