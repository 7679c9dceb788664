import type { Document } from 'bson';
import { compileExpression } from '../aggregation/expression.ts';
import { isTrue } from '../bson/truth.ts';
import { isDocument } from '../bson-codec.ts';
import type { Collation } from '../collation/collation.ts';
import { compileSchema } from '../json-schema/compile-schema.ts';
import { satisfies } from '../json-schema/rule.ts';
import { MongoError } from '../mongo-error.ts';
import { isNumeric, toDouble } from '../numbers/numeric.ts';
import { type Condition, testing, together } from './condition.ts';
import { compileOperator } from './filter-operators.ts';
import { naturalOperand } from './integer-operand.ts';
import { isOperatorDocument } from './operator-document.ts';
import { splitPath } from './path-values.ts';
import { isRegex, refuseUnknownOptions, regexTest } from './regex.ts';
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

/** What a filter is compiled with. */
export interface Surroundings {
  variables?: Variables | undefined;
  collation?: Collation | undefined;
  /** The filter is over the documents in an array, of which expressions know nothing. */
  inElement?: boolean;
}

/** Paths longer than documents may be deep. */
const LONGEST_PATH = 180;

/**
 * Compiles a query filter.
 *
 * @param collation how strings compare, when not by their bytes
 *
 * @throws MongoError 2 for an operator that does not exist or a malformed operand, and the codes of single operators
 */
export function compileFilter(filter: Document, variables?: Variables, collation?: Collation): Predicate {
  return compile(filter, { variables, collation });
}

/** Compiles a filter over values inside a document, which cannot ask anything of the document itself. */
export function compileElementFilter(filter: Document, collation?: Collation): Predicate {
  return compile(filter, { collation, inElement: true });
}

function compile(filter: Document, surroundings: Surroundings): Predicate {
  const predicates = Object.entries(filter).map(([key, condition]) =>
    key.startsWith('$') ? compileTopLevel(key, condition, surroundings) : compileField(key, condition, surroundings),
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

function compileTopLevel(operator: string, operand: unknown, surroundings: Surroundings): Predicate | undefined {
  switch (operator) {
    case '$and':
      return every(branches(operator, operand, surroundings));
    case '$or': {
      const predicates = branches(operator, operand, surroundings);
      return (document) => predicates.some((predicate) => predicate(document));
    }
    case '$nor': {
      const predicates = branches(operator, operand, surroundings);
      return (document) => !predicates.some((predicate) => predicate(document));
    }
    case '$expr':
      checkTopLevel(operator, surroundings);
      return expression(operand, surroundings);
    case '$jsonSchema': {
      const schema = compileSchema(operand);
      return (document) => satisfies(schema, document);
    }
    case '$sampleRate':
      checkTopLevel(operator, surroundings);
      return sampling(operand);
    case '$comment':
      return undefined;
    case '$alwaysTrue':
    case '$alwaysFalse':
      if (naturalOperand(operator, operand) !== 1n) throw new MongoError(9, `${operator} must be an integer value of 1`);
      return () => operator === '$alwaysTrue';
    // The fields of a reference to another document bear names of their own.
    case '$ref':
    case '$id':
    case '$db':
      return compileField(operator, operand, surroundings);
    case '$not':
      throw new MongoError(2, 'unknown top level operator: $not. If you are trying to negate an entire expression, use $nor.');
  }
  throw (
    REFUSED.get(operator) ??
    new MongoError(
      2,
      `unknown top level operator: ${operator}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
    )
  );
}

function expression(operand: unknown, { variables, collation }: Surroundings): Predicate {
  const evaluate = compileExpression(operand, variables, collation);
  return (document) => isTrue(evaluate(document));
}

function checkTopLevel(operator: string, { inElement }: Surroundings): void {
  if (inElement) throw new MongoError(2, `${operator} can only be applied to the top-level document`);
}

/** Accepts so large a part of the documents, by chance. */
function sampling(operand: unknown): Predicate {
  if (!isNumeric(operand)) throw new MongoError(2, 'argument to $sampleRate must be a numeric type');
  const rate = toDouble(operand);
  if (!(rate >= 0 && rate <= 1)) throw new MongoError(2, 'numeric argument to $sampleRate must be in [0, 1]');
  return () => Math.random() < rate;
}

function branches(operator: string, operand: unknown, surroundings: Surroundings): Predicate[] {
  if (!Array.isArray(operand)) throw new MongoError(2, `${operator} must be an array`);
  if (operand.length === 0) throw new MongoError(2, '$and/$or/$nor must be a nonempty array');
  return operand.map((branch) => {
    if (!isDocument(branch)) throw new MongoError(2, '$or/$and/$nor entries need to be full objects');
    return compile(branch, surroundings);
  });
}

function compileField(path: string, operand: unknown, surroundings: Surroundings): Predicate {
  const parts = splitPath(path);
  if (parts.length > LONGEST_PATH) throw new MongoError(5729100, 'FieldPath is too long');
  const condition = compileCondition(operand, surroundings);
  return (document) => condition.at(document, parts);
}

/** Compiles what stands at a path: a value, a regular expression or operators. */
export function compileCondition(operand: unknown, surroundings: Surroundings): Condition {
  if (isRegex(operand)) return testing(regexTest(operand));
  refuseUnknownOptions(operand);
  return isOperatorDocument(operand) ? compileOperators(operand, surroundings) : testing(equalTo(operand, surroundings.collation));
}

function compileOperators(operators: Document, surroundings: Surroundings): Condition {
  const nested = {
    filter: (filter: Document) => compile(filter, { ...surroundings, inElement: true }),
    operators: (inner: Document) => compileOperators(inner, surroundings),
    collation: surroundings.collation,
  };
  return together(Object.entries(operators).flatMap(([operator, operand]) => compileOperator(operator, operand, operators, nested) ?? []));
}
