import type { Document } from 'bson';
import { evaluateExpression } from '../aggregation/expression.ts';
import { asDocument, isDocument } from '../bson-codec.ts';
import { compileSchema } from '../json-schema/compile-schema.ts';
import { satisfies } from '../json-schema/rule.ts';
import { MongoError } from '../mongo-error.ts';
import { compileOperator, type ValuePredicate } from './filter-operators.ts';
import { someValue, splitPath } from './path-values.ts';
import { isRegex, regexTest } from './regex.ts';
import { equalTo } from './value-tests.ts';

/** Tells whether a decoded document matches. */
export type Predicate = (document: Document) => boolean;

/** Values that `$expr` may name, from `let`. */
export type Variables = Readonly<Document>;

/** Matched by documents only through an index this server does not have. */
const REFUSED = new Map([
  ['$text', new MongoError(27, 'text index required for $text query')],
  ['$where', new MongoError(238, '$where is not supported: the embedded store runs no JavaScript of its clients')],
]);

/**
 * Compiles a query filter.
 *
 * @throws MongoError 2 for an operator that does not exist or a malformed operand.
 */
export function compileFilter(filter: Document, variables?: Variables): Predicate {
  const predicates = Object.entries(filter).map(([key, condition]) =>
    key.startsWith('$') ? compileTopLevel(key, condition, variables) : compileField(key, condition, variables),
  );
  return every(predicates);
}

function every(predicates: (Predicate | undefined)[]): Predicate {
  const kept = predicates.filter((predicate) => predicate !== undefined);
  if (kept.length === 1) return kept[0] as Predicate;
  return (document) => {
    for (const predicate of kept) if (!predicate(document)) return false;
    return true;
  };
}

function compileTopLevel(operator: string, operand: unknown, variables?: Variables): Predicate | undefined {
  switch (operator) {
    case '$and':
      return every(branches(operator, operand, variables));
    case '$or': {
      const predicates = branches(operator, operand, variables);
      return (document) => predicates.some((predicate) => predicate(document));
    }
    case '$nor': {
      const predicates = branches(operator, operand, variables);
      return (document) => !predicates.some((predicate) => predicate(document));
    }
    case '$expr':
      return (document) => Boolean(truthy(evaluateExpression(document, operand, variables)));
    case '$jsonSchema': {
      const schema = compileSchema(operand);
      return (document) => satisfies(schema, document);
    }
    case '$comment':
      return undefined;
    case '$alwaysTrue':
      return () => true;
    case '$alwaysFalse':
      return () => false;
  }
  throw (
    REFUSED.get(operator) ??
    new MongoError(
      2,
      `unknown top level operator: ${operator}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
    )
  );
}

/** In an expression everything is true but false, null, zero and what is missing. */
function truthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== 0n;
}

function branches(operator: string, operand: unknown, variables?: Variables): Predicate[] {
  if (!Array.isArray(operand)) throw new MongoError(2, `${operator} must be an array`);
  if (operand.length === 0) throw new MongoError(2, '$and/$or/$nor must be a nonempty array');
  return operand.map((branch) => {
    const filter = asDocument(branch);
    if (!filter) throw new MongoError(2, '$or/$and/$nor entries need to be full objects');
    return compileFilter(filter, variables);
  });
}

function compileField(path: string, condition: unknown, variables?: Variables): Predicate {
  const parts = splitPath(path);
  const predicate = compileCondition(condition, variables);
  return (document) => predicate(document, parts);
}

/** True for `{$gt: 1}`, false for a document to be equal to. */
export function isOperatorDocument(condition: unknown): condition is Document {
  if (!isDocument(condition)) return false;
  const first = Object.keys(condition)[0];
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
}

/** Compiles what stands at a path: a value, a regular expression or operators. */
function compileCondition(condition: unknown, variables?: Variables): ValuePredicate {
  if (isRegex(condition)) {
    const test = regexTest(condition);
    return (value, parts) => someValue(value, parts, test);
  }
  if (!isOperatorDocument(condition)) {
    const test = equalTo(condition);
    return (value, parts) => someValue(value, parts, test);
  }
  const nested = {
    filter: (filter: Document) => compileFilter(filter, variables),
    condition: (inner: unknown) => compileCondition(inner, variables),
  };
  const predicates = Object.entries(condition).flatMap(
    ([operator, operand]) => compileOperator(operator, operand, condition, nested) ?? [],
  );
  if (predicates.length === 1) return predicates[0] as ValuePredicate;
  return (value, parts) => predicates.every((predicate) => predicate(value, parts));
}
