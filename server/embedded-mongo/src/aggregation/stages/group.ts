import type { Document } from 'bson';
import { fieldEntries, setField } from '../../bson/field-order.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { parseAccumulation } from '../accumulators/accumulations.ts';
import type { Accumulation, Accumulator } from '../accumulators/accumulator.ts';
import { MEMORY_LIMIT, sizeOf } from '../accumulators/sizes.ts';
import type { Comparison } from '../comparison.ts';
import type { Expression } from '../expressions/expression.ts';
import type { Parser } from '../expressions/parser.ts';
import type { Documents, PipelineScope } from '../scope.ts';
import { frameOf, gathering, readsOf, type StageParser } from './stage.ts';

/** What a group is told by, and what is gathered of it. */
export interface Grouping {
  id: Expression;
  fields: readonly (readonly [name: string, accumulation: Accumulation])[];
}

interface Group {
  id: unknown;
  accumulators: Accumulator[];
  bytes: number;
}

/** `$group`. */
export const group: StageParser = (operand, context) => {
  if (!isDocument(operand)) throw new MongoError(15947, "a group's fields must be specified in an object");
  if (!Object.hasOwn(operand, '_id')) throw new MongoError(15955, 'a group specification must include an _id');
  const parser = context.parser();
  const grouping = { id: parser.parse(operand._id), fields: parseFields(operand, parser) };
  return { reads: readsOf(parser), reshapes: true, run: (inputs, scope) => grouped(inputs, grouping, scope, parser.comparison) };
};

/** The accumulators of the fields beside `_id`. */
export function parseFields(spec: Document, parser: Parser): Grouping['fields'] {
  const needsWhole = /^\$(top|bottom)/;
  return fieldEntries(spec)
    .filter(([name]) => name !== '_id')
    .map(([name, accumulator]) => {
      // Sorted by fields of the document, which no expression has named.
      if (isDocument(accumulator) && needsWhole.test(Object.keys(accumulator)[0] ?? '')) parser.dependencies.whole = true;
      return [name, parseAccumulation(name, accumulator, parser)] as const;
    });
}

/** @throws MongoError 292 when the groups are more than may be held in memory */
export function* grouped(inputs: Documents, { id, fields }: Grouping, scope: PipelineScope, comparison: Comparison): Documents {
  const groups = new Map<string, Group>();
  const frame = frameOf(scope);
  let bytes = 0;
  yield* gathering(inputs, (document) => {
    frame.root = document;
    const identity = id.evaluate(frame) ?? null;
    const key = comparison.key(identity);
    let group = groups.get(key);
    if (!group) {
      group = begin(identity, fields, scope);
      groups.set(key, group);
      bytes += group.bytes + key.length;
    }
    frame.root = document;
    for (let i = 0; i < fields.length; i++) {
      const accumulator = group.accumulators[i] as Accumulator;
      const before = accumulator.bytes;
      accumulator.add((fields[i] as Grouping['fields'][number])[1].input.evaluate(frame));
      bytes += accumulator.bytes - before;
    }
    if (bytes > MEMORY_LIMIT) throw exceeded('$group');
  });
  for (const { id, accumulators } of groups.values()) yield resultOf(id, fields, accumulators);
}

function begin(id: unknown, fields: Grouping['fields'], scope: PipelineScope): Group {
  const frame = frameOf(scope);
  frame.root = isDocument(id) ? id : {};
  const accumulators = fields.map(([, accumulation]) => accumulation.begin(frame));
  const bytes = sizeOf(id) + accumulators.reduce((sum, accumulator) => sum + accumulator.bytes, 64);
  return { id, accumulators, bytes };
}

export function resultOf(id: unknown, fields: Grouping['fields'], accumulators: readonly Accumulator[]): Document {
  const result: Document = { _id: id };
  for (const [index, [name]] of fields.entries()) setField(result, name, (accumulators[index] as Accumulator).result());
  return result;
}

/** This server holds all in memory, whether a client allows the disk to be used or not. */
export function exceeded(name: string): MongoError {
  return new MongoError(
    292,
    `Exceeded memory limit for ${name}, but didn't allow external spilling; the embedded store does not spill to disk, whatever allowDiskUse says`,
  );
}
