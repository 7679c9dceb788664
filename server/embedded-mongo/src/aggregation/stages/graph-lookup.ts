import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric } from '../../numbers/numeric.ts';
import { MEMORY_LIMIT, sizeOf } from '../accumulators/sizes.ts';
import type { Comparison } from '../comparison.ts';
import type { Expression } from '../expressions/expression.ts';
import { fieldPath } from '../expressions/field-path.ts';
import { int32Of } from '../expressions/values.ts';
import type { Documents, PipelineScope } from '../scope.ts';
import { collectValues } from './lookup.ts';
import { match, matchStage } from './match.ts';
import { withNested } from './nested-field.ts';
import { frameOf, type StageContext, type StageParser } from './stage.ts';

interface Search {
  from: string;
  as: string[];
  connectFrom: string[];
  connectTo: string;
  depthField: string[] | undefined;
  maxDepth: number;
  filter: Document | undefined;
  comparison: Comparison;
}

/** `$graphLookup`: what can be reached from a document, one query for all that is a step further. */
export const graphLookup: StageParser = (operand, context) => {
  const spec = checkedSpec(operand);
  const parser = context.parser();
  const startWith: Expression = parser.parse(spec.startWith);
  const search: Search = {
    from: spec.from,
    as: fieldPath(spec.as),
    connectFrom: fieldPath(spec.connectFromField),
    connectTo: fieldPath(spec.connectToField).join('.'),
    depthField: spec.depthField === undefined ? undefined : fieldPath(spec.depthField),
    maxDepth: checkedDepth(spec.maxDepth),
    filter: checkedRestriction(spec.restrictSearchWithMatch, context),
    comparison: parser.comparison,
  };
  return {
    *run(inputs, scope) {
      const frame = frameOf(scope);
      for (const document of inputs) {
        if (!document) {
          yield undefined;
          continue;
        }
        frame.root = document;
        const start = startWith.evaluate(frame);
        const visited = new Map<string, Document>();
        yield* searched(Array.isArray(start) ? start : [start], search, { ...scope, hint: undefined }, visited);
        yield withNested(document, search.as, [...visited.values()]);
      }
    },
  };
};

function* searched(start: unknown[], search: Search, scope: PipelineScope, visited: Map<string, Document>): Documents {
  const { comparison, connectFrom, depthField } = search;
  const asked = new Set<string>();
  let bytes = 0;
  let frontier = fresh(start, asked, comparison);
  for (let depth = 0; frontier.length > 0 && depth <= search.maxDepth; depth++) {
    const next: unknown[] = [];
    for (const document of scope.read(scope, search.from, [stepStage(frontier, search)])) {
      if (!document) {
        yield undefined;
        continue;
      }
      const key = comparison.key(document._id);
      if (visited.has(key)) continue;
      visited.set(key, depthField ? withNested(document, depthField, BigInt(depth)) : document);
      collectValues(document, connectFrom, 0, next);
      bytes += sizeOf(document) + key.length;
      if (bytes > MEMORY_LIMIT) throw new MongoError(40099, '$graphLookup reached maximum memory consumption');
    }
    frontier = fresh(next, asked, comparison);
  }
}

/** Values that have not been asked for; what is missing is null. */
function fresh(values: readonly unknown[], asked: Set<string>, comparison: Comparison): unknown[] {
  return values
    .map((value) => value ?? null)
    .filter((value) => {
      const key = comparison.key(value);
      if (asked.has(key)) return false;
      asked.add(key);
      return true;
    });
}

function stepStage(frontier: unknown[], { connectTo, filter }: Search) {
  const step = { [connectTo]: { $in: frontier } };
  return matchStage(filter ? { $and: [filter, step] } : step);
}

const KNOWN = ['from', 'startWith', 'connectFromField', 'connectToField', 'as', 'maxDepth', 'depthField', 'restrictSearchWithMatch'];
const REQUIRED = ['from', 'as', 'startWith', 'connectFromField', 'connectToField'];
const TEXTS = ['from', 'as', 'connectFromField', 'connectToField', 'depthField'];

function checkedSpec(operand: unknown): Document {
  if (!isDocument(operand))
    throw new MongoError(9, `the $graphLookup stage specification must be an object, but found ${typeName(operand)}`);
  for (const [field, value] of fieldEntries(operand)) {
    if (!KNOWN.includes(field)) throw new MongoError(40104, `Unknown argument to $graphLookup: ${field}`);
    if (TEXTS.includes(field) && typeof value !== 'string')
      throw new MongoError(40103, `expected string as argument for ${field}, found: ${typeName(value)}`);
  }
  if (REQUIRED.some((field) => !Object.hasOwn(operand, field)))
    throw new MongoError(
      40105,
      "$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.",
    );
  return operand;
}

function checkedDepth(given: unknown): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (!isNumeric(given)) throw new MongoError(40100, `maxDepth requires numeric argument, found ${typeName(given)}`);
  const depth = int32Of(given);
  if (depth === undefined) throw new MongoError(40102, `maxDepth could not be represented as a long long: ${given}`);
  if (depth < 0) throw new MongoError(40101, `maxDepth requires a nonnegative argument, found: ${depth}`);
  return depth;
}

function checkedRestriction(given: unknown, context: StageContext): Document | undefined {
  if (given === undefined) return undefined;
  if (!isDocument(given)) throw new MongoError(40185, `restrictSearchWithMatch must be an object, found ${typeName(given)}`);
  match(given, context, '$match');
  return given;
}
