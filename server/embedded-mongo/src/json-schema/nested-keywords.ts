import { BSONRegExp, type Document } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { regexTest } from '../query/regex.ts';
import { brokenRules, type Keyword, malformed, type Rule, type Schema, satisfies } from './rule.ts';

type Compile = (inner: unknown) => Schema;

/** A schema per name, as `properties` and its like hold them. */
function namedSchemas(keyword: string, operand: unknown, compile: Compile): [name: string, schema: Schema, description: unknown][] {
  const schemas = asDocument(operand);
  if (!schemas) throw malformed(keyword, 'an object');
  return Object.entries(schemas).map(([name, schema]) => {
    if (!asDocument(schema)) throw new MongoError(14, `Nested schema for $jsonSchema property '${name}' must be an object`);
    return [name, compile(schema), (schema as Document).description];
  });
}

function properties(operand: unknown, _schema: Document, compile: Compile): Rule[] {
  const schemas = namedSchemas('properties', operand, compile);
  const broken = (value: unknown) => {
    const document = asDocument(value) ?? {};
    return schemas.filter(([name, schema]) => Object.hasOwn(document, name) && !satisfies(schema, document[name]));
  };
  return [
    {
      accepts: (value) => broken(value).length === 0,
      describe: (value) => ({
        operatorName: 'properties',
        propertiesNotSatisfied: broken(value).map(([propertyName, schema, description]) => ({
          propertyName,
          ...(description === undefined ? {} : { description }),
          details: brokenRules(schema, (value as Document)[propertyName]),
        })),
      }),
    },
  ];
}

function patternProperties(operand: unknown, _schema: Document, compile: Compile): Rule[] {
  const schemas = namedSchemas('patternProperties', operand, compile).map(
    ([name, schema]) => [name, regexTest(new BSONRegExp(name)), schema] as const,
  );
  return schemas.map(([regexMatched, matches, schema]) => {
    const broken = (value: unknown) =>
      Object.entries(asDocument(value) ?? {}).filter(([name, inner]) => matches(name, false) && !satisfies(schema, inner));
    return {
      accepts: (value) => broken(value).length === 0,
      describe: (value) => ({
        operatorName: 'patternProperties',
        details: broken(value).map(([propertyName, inner]) => ({ propertyName, regexMatched, details: brokenRules(schema, inner) })),
      }),
    };
  });
}

/** What neither `properties` nor `patternProperties` names is refused, or has a schema of its own. */
function additionalProperties(operand: unknown, schema: Document, compile: Compile): Rule[] {
  if (operand === true) return [];
  if (operand !== false && !asDocument(operand)) throw malformed('additionalProperties', 'an object or a boolean');
  const rest = operand === false ? undefined : compile(operand);
  const named = new Set(Object.keys(asDocument(schema.properties) ?? {}));
  const patterns = Object.keys(asDocument(schema.patternProperties) ?? {}).map((name) => regexTest(new BSONRegExp(name)));
  const broken = (value: unknown) =>
    Object.entries(asDocument(value) ?? {})
      .filter(([name]) => !named.has(name) && !patterns.some((matches) => matches(name, false)))
      .filter(([, inner]) => !rest || !satisfies(rest, inner));
  return [
    {
      accepts: (value) => broken(value).length === 0,
      describe: (value) => ({
        operatorName: 'additionalProperties',
        specifiedAs: { additionalProperties: operand },
        additionalProperties: broken(value).map(([name]) => name),
      }),
    },
  ];
}

/** One schema for every element, or one for each position and `additionalItems` for those beyond. */
function items(operand: unknown, schema: Document, compile: Compile): Rule[] {
  const positional = Array.isArray(operand);
  if (!positional && !asDocument(operand)) throw malformed('items', 'an array or an object');
  const schemas = positional ? operand.map(compile) : [];
  const rest = restSchema(positional ? (schema.additionalItems ?? true) : operand, compile);
  const accepts = (element: unknown, index: number) => {
    const own = schemas[index];
    if (own) return satisfies(own, element);
    return rest === 'none' ? false : satisfies(rest, element);
  };
  const broken = (value: unknown) => (Array.isArray(value) ? value.findIndex((element, index) => !accepts(element, index)) : -1);
  return [
    {
      accepts: (value) => broken(value) === -1,
      describe: (value) => {
        const itemIndex = broken(value);
        const own = schemas[itemIndex] ?? rest;
        return {
          operatorName: schemas[itemIndex] || !positional ? 'items' : 'additionalItems',
          reason: 'At least one item did not match the sub-schema',
          itemIndex,
          ...(own === 'none' ? {} : { details: brokenRules(own, (value as unknown[])[itemIndex]) }),
        };
      },
    },
  ];
}

function restSchema(given: unknown, compile: Compile): Schema | 'none' {
  if (typeof given === 'boolean') return given ? [] : 'none';
  return compile(given);
}

/** A field asks for others, or for a schema of the whole document. */
function dependencies(operand: unknown, _schema: Document, compile: Compile): Rule[] {
  const entries = asDocument(operand);
  if (!entries) throw malformed('dependencies', 'an object');
  return Object.entries(entries).map(([name, dependency]) => {
    const asked = Array.isArray(dependency) ? compile({ required: dependency }) : compile(dependency);
    return {
      accepts: (value) => !Object.hasOwn(asDocument(value) ?? {}, name) || satisfies(asked, value),
      describe: (value) => ({
        operatorName: 'dependencies',
        failingDependencies: [{ conditionalProperty: name, details: brokenRules(asked, value) }],
      }),
    };
  });
}

function combination(keyword: 'allOf' | 'anyOf' | 'oneOf', accepts: (count: number, of: number) => boolean): Keyword {
  return (operand, _schema, compile) => {
    if (!Array.isArray(operand)) throw malformed(keyword, 'an array');
    if (operand.length === 0) throw new MongoError(2, `$jsonSchema keyword '${keyword}' must be a nonempty array`);
    const schemas = operand.map(compile);
    return [
      {
        accepts: (value) => accepts(schemas.filter((schema) => satisfies(schema, value)).length, schemas.length),
        describe: (value) => ({
          operatorName: keyword,
          schemasNotSatisfied: schemas.flatMap((schema, index) => {
            const details = brokenRules(schema, value);
            return details.length > 0 ? [{ index, details }] : [];
          }),
        }),
      },
    ];
  };
}

function negation(operand: unknown, _schema: Document, compile: Compile): Rule[] {
  const schema = compile(operand);
  return [
    {
      accepts: (value) => !satisfies(schema, value),
      describe: () => ({ operatorName: 'not', reason: 'child expression matched' }),
    },
  ];
}

/** The keywords that hold schemas. */
export const NESTED_KEYWORDS: Readonly<Record<string, Keyword>> = {
  properties,
  patternProperties,
  additionalProperties,
  items,
  dependencies,
  allOf: combination('allOf', (count, of) => count === of),
  anyOf: combination('anyOf', (count) => count > 0),
  oneOf: combination('oneOf', (count) => count === 1),
  not: negation,
};
