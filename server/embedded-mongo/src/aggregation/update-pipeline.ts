import type { Document } from 'bson';
import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { asDocument } from '../bson-codec.ts';
import { MongoError, toMongoError } from '../mongo-error.ts';
import { restoreExact, toArithmetic } from './arithmetic-values.ts';
import { expressionContext, expressionOptions, mingoStages } from './expression.ts';

const ALLOWED = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith'];

const context = Context.from(
  expressionContext,
  Context.init({ pipeline: Object.fromEntries(ALLOWED.map((stage) => [stage, mingoStages[stage]])) } as never),
);

/**
 * Applies an update given as a pipeline to one document.
 *
 * @throws MongoError 72 for a stage that updates may not use.
 */
export function runUpdatePipeline(document: Document, pipeline: readonly unknown[], variables?: Document): Document {
  for (const stage of pipeline) {
    const name = Object.keys(asDocument(stage) ?? {})[0];
    if (!name) throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
    if (!name.startsWith('$') || !(name in mingoStages)) throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
    if (!ALLOWED.includes(name)) throw new MongoError(72, `${name} is not allowed to be used within an update`);
  }
  try {
    const aggregator = new Aggregator(toArithmetic(pipeline) as Document[], expressionOptions(variables, context));
    const [result] = aggregator.run([toArithmetic(document) as Document]) as Document[];
    return (restoreExact(result, document) ?? document) as Document;
  } catch (error) {
    throw toMongoError(error);
  }
}
