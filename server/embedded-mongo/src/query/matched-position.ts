import type { Document } from 'bson';
import { fieldEntries } from '../bson/field-order.ts';
import { isDocument } from '../bson-codec.ts';
import type { Condition } from './condition.ts';
import { compileCondition, type Variables } from './filter.ts';
import { isOperatorDocument } from './operator-document.ts';
import { splitPath } from './path-values.ts';
import { isRegex } from './regex.ts';

/** The order in which MongoDB asks the conditions of a filter, by their kind; within a kind by their paths. */
const KINDS = [
  '$elemMatch',
  '$size',
  '$eq',
  '$lte',
  '$lt',
  '$gt',
  '$gte',
  '$regex',
  '$mod',
  '$exists',
  '$in',
  '$bitsAllSet',
  '$bitsAllClear',
  '$bitsAnySet',
  '$bitsAnyClear',
  '$type',
];

interface Asked {
  kind: number;
  path: string;
  condition: Condition;
}

/** Tells the position in an array where a document has matched. */
export type MatchedPosition = (document: Document) => number | undefined;

/**
 * Compiles what a positional operator (`$`) stands for: the position of the array element by which a document matches the
 * filter. Of several arrays the one asked last counts, whichever the operator is applied to; negations and alternatives
 * have no position.
 */
export function compileMatchedPosition(filter: Document, variables?: Variables): MatchedPosition {
  const asked = askedOf(filter, variables).sort((a, b) => a.kind - b.kind || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const tests = asked.map(({ path, condition }) => ({ parts: splitPath(path), condition }));
  return (document) => {
    let position: number | undefined;
    for (const { parts, condition } of tests) position = condition.position(document, parts) ?? position;
    return position;
  };
}

function askedOf(filter: Document, variables?: Variables): Asked[] {
  return Object.entries(filter).flatMap(([key, operand]) => {
    const hold = Array.isArray(operand) && (key === '$and' || (key === '$or' && operand.length === 1));
    if (hold) return operand.filter(isDocument).flatMap((branch) => askedOf(branch, variables));
    return key.startsWith('$') ? [] : askedOfField(key, operand, variables);
  });
}

function askedOfField(path: string, operand: unknown, variables?: Variables): Asked[] {
  const ask = (kind: string, condition: unknown): Asked => ({
    kind: KINDS.indexOf(kind),
    path,
    condition: compileCondition(condition, { variables }),
  });
  if (isRegex(operand)) return [ask('$regex', operand)];
  if (!isOperatorDocument(operand)) return [ask('$eq', operand)];
  return fieldEntries(operand).flatMap(([operator, inner]) => {
    if (operator === '$all' && Array.isArray(inner)) return inner.flatMap((element) => askedOfElement(path, element, variables));
    if (operator === '$options' || !KINDS.includes(operator)) return [];
    const withOptions = operator === '$regex' && '$options' in operand;
    return [ask(operator, withOptions ? { $regex: inner, $options: operand.$options } : { [operator]: inner })];
  });
}

function askedOfElement(path: string, element: unknown, variables?: Variables): Asked[] {
  return askedOfField(path, isOperatorDocument(element) || isRegex(element) ? element : { $eq: element }, variables);
}
