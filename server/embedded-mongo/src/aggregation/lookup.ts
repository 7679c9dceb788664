import type { Document } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { someValue, splitPath } from '../query/path-values.ts';
import { changeAt } from '../update/update-path.ts';
import { evaluateExpression } from './expression.ts';
import type { PipelineCollector, PipelineScope } from './pipeline-scope.ts';
import { parsePipeline, type Stage } from './pipeline-stages.ts';

/**
 * `$lookup`: for each document a query of its own on the other collection, which an index there makes short.
 *
 * @throws MongoError 9 when it is malformed
 */
export function lookupStage(scope: PipelineScope, operand: unknown, collectPipeline: PipelineCollector): (document: Document) => Document {
  const spec = asDocument(operand);
  if (!spec) throw new MongoError(9, 'the $lookup specification must be an Object');
  const { from, as, localField, foreignField, pipeline } = spec;
  if (typeof as !== 'string') throw new MongoError(9, "must specify 'as' field for a $lookup");
  if ((localField === undefined) !== (foreignField === undefined))
    throw new MongoError(9, "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  if (localField === undefined && pipeline === undefined)
    throw new MongoError(9, "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  const stages = parsePipeline(pipeline ?? []);
  const variablesOf = asDocument(spec.let) ?? {};
  return (document) => {
    const variables = { ...scope.variables, ...evaluated(variablesOf, document, scope.variables) };
    const join: Stage[] = localField === undefined ? [] : [{ name: '$match', operand: joinFilter(document, localField, foreignField) }];
    const joined = collectPipeline({ ...scope, variables, hint: undefined }, from, [
      ...join,
      ...stages.map((stage) => bindStage(stage, variables)),
    ]);
    changeAt(document, splitPath(as), () => ({ set: joined }));
    return document;
  };
}

function evaluated(expressions: Document, document: Document, variables: Document): Document {
  return Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [name, evaluateExpression(document, expression, variables)]),
  );
}

function joinFilter(document: Document, localField: string, foreignField: string): Document {
  const values: unknown[] = [];
  someValue(document, splitPath(localField), (value, whole) => {
    if (!whole) values.push(value ?? null);
    return false;
  });
  return values.length === 1 ? { [foreignField]: { $eq: values[0] } } : { [foreignField]: { $in: values } };
}

/**
 * Adds to a `$match` on `{$expr: {$eq: ["$field", "$$variable"]}}` the plain equality it implies, for the planner to
 * find an index by; the expression stays and has the last word.
 */
function bindStage(stage: Stage, variables: Document): Stage {
  if (stage.name !== '$match') return stage;
  const equal = asDocument(asDocument(stage.operand)?.$expr)?.$eq;
  if (!Array.isArray(equal) || equal.length !== 2) return stage;
  const field = equal.find((side) => typeof side === 'string' && /^\$[^$]/.test(side));
  const variable = equal.find((side) => typeof side === 'string' && /^\$\$\w+$/.test(side));
  const value = variable === undefined ? undefined : variables[(variable as string).slice(2)];
  const isPlain = value !== undefined && value !== null && !Array.isArray(value);
  if (!field || !isPlain || (field as string).includes('.')) return stage;
  return { name: '$match', operand: { $and: [{ [(field as string).slice(1)]: { $eq: value } }, stage.operand] } };
}
