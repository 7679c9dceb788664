import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { parseSort, type SortKey, sortOrder } from '../../query/sort.ts';
import type { SortSpec } from '../../query/sort-spec.ts';
import { MEMORY_LIMIT, sizeOf } from '../accumulators/sizes.ts';
import type { Expression, Frame } from '../expressions/expression.ts';
import { fieldPath } from '../expressions/field-path.ts';
import { Partition, type WindowFunction } from '../windows/partition.ts';
import { parseWindowFunction } from '../windows/window-functions.ts';
import { exceeded } from './group.ts';
import { withNested } from './nested-field.ts';
import { checkedSort } from './sort.ts';
import { frameOf, gathering, type StageParser } from './stage.ts';

interface Row {
  key: unknown;
  order: SortKey | undefined;
  document: Document;
}

/** `$setWindowFields`: values each document gets from those around it. */
export const setWindowFields: StageParser = (operand, context, name) => {
  const spec = checkedSpec(operand, name);
  const parser = context.parser();
  const partitionBy = spec.partitionBy === undefined ? undefined : parser.parse(spec.partitionBy);
  const sortBy = spec.sortBy === undefined ? undefined : parseSort(checkedSort(spec.sortBy));
  const outputs = fieldEntries(spec.output).map(([path, output]) => ({
    names: fieldPath(path),
    compute: parseWindowFunction(path, output, parser, sortBy),
  }));
  checkConflicts(outputs.map(({ names }) => names.join('.')));
  const { compare, collation } = parser.comparison;
  return {
    *run(inputs, scope) {
      const frame = frameOf(scope);
      const rows: Row[] = [];
      const order = sortBy && sortOrder(sortBy, collation);
      let bytes = 0;
      yield* gathering(inputs, (document) => {
        rows.push({ key: partitionKey(partitionBy, document, frame), order: order?.keyOf(document), document });
        bytes += sizeOf(document);
        if (bytes > MEMORY_LIMIT) throw exceeded('$setWindowFields');
      });
      if (partitionBy || order)
        rows.sort((a, b) => compare(a.key, b.key) || (order && a.order && b.order ? order.compare(a.order, b.order) : 0));
      for (const documents of partitions(rows, compare)) {
        yield* withOutputs(documents, outputs, sortBy, frame);
        yield undefined;
      }
    },
  };
};

function checkedSpec(operand: unknown, name: string): Document {
  if (!isDocument(operand)) throw new MongoError(9, `the ${name} stage specification must be an object, found ${typeName(operand)}`);
  const unknown = Object.keys(operand).find((field) => !['partitionBy', 'sortBy', 'output'].includes(field));
  if (unknown !== undefined) throw new MongoError(40415, `BSON field '${name}.${unknown}' is an unknown field.`);
  if (!Object.hasOwn(operand, 'output')) throw new MongoError(40414, `BSON field '${name}.output' is missing but a required field`);
  for (const field of ['sortBy', 'output'])
    if (operand[field] !== undefined && !isDocument(operand[field]))
      throw new MongoError(14, `BSON field '${name}.${field}' is the wrong type '${typeName(operand[field])}', expected type 'object'`);
  return operand;
}

function checkConflicts(paths: readonly string[]): void {
  for (const path of paths)
    if (paths.some((other) => other !== path && other.startsWith(`${path}.`)))
      throw new MongoError(6307900, "$setWindowFields 'output' specification contains two conflicting paths");
}

function partitionKey(partitionBy: Expression | undefined, document: Document, frame: Frame & { root: unknown }): unknown {
  if (!partitionBy) return null;
  frame.root = document;
  const key = partitionBy.evaluate(frame) ?? null;
  if (Array.isArray(key)) throw new MongoError(14, 'An expression used to partition cannot evaluate to value of type array');
  return key;
}

function* partitions(rows: readonly Row[], compare: (a: unknown, b: unknown) => number): Generator<Document[], void, void> {
  let documents: Document[] = [];
  for (const [index, { key, document }] of rows.entries()) {
    if (index > 0 && compare(key, (rows[index - 1] as Row).key) !== 0) {
      yield documents;
      documents = [];
    }
    documents.push(document);
  }
  if (documents.length > 0) yield documents;
}

function* withOutputs(
  documents: readonly Document[],
  outputs: readonly { names: string[]; compute: WindowFunction }[],
  sortBy: SortSpec | undefined,
  frame: Frame & { root: unknown },
): Generator<Document, void, void> {
  const sortPath = sortBy?.length === 1 ? fieldPath((sortBy[0] as SortSpec[number]).path) : undefined;
  const partition = new Partition(documents, sortPath, frame);
  const columns = outputs.map(({ names, compute }) => ({ names, values: compute(partition) }));
  for (const [index, document] of documents.entries())
    yield columns.reduce((result, { names, values }) => withNested(result, names, values[index]), document);
}
