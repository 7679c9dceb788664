import type { Document } from 'bson';
import { fieldEntries } from '../../bson/field-order.ts';
import { typeName } from '../../bson/value-type.ts';
import { isDocument } from '../../bson-codec.ts';
import { MongoError } from '../../mongo-error.ts';
import { isRegex } from '../../query/regex.ts';
import { sizeOf } from '../accumulators/sizes.ts';
import type { Expression } from '../expressions/expression.ts';
import { fieldPath } from '../expressions/field-path.ts';
import { checkVariableWrite } from '../expressions/variables.ts';
import type { Documents, PipelineScope, Stage } from '../scope.ts';
import { matchStage } from './match.ts';
import { withNested } from './nested-field.ts';
import { frameOf, type StageContext, type StageParser } from './stage.ts';

/** What one document may be joined with, as the server's own limit. */
const JOINED_BYTES = 100 * 1024 * 1024;

interface Join {
  from: string | undefined;
  as: string[];
  localField: string[] | undefined;
  foreignField: string | undefined;
  definitions: (readonly [name: string, value: Expression])[];
  stages: Stage[];
}

/** `$lookup`: for each document a query of its own on the other collection, which an index there makes short. */
export const lookup: StageParser = (operand, context) => {
  const parser = context.parser();
  const join = parseJoin(operand, context, parser.parse.bind(parser));
  return {
    *run(inputs, scope) {
      const frame = frameOf(scope);
      for (const document of inputs) {
        if (!document) {
          yield undefined;
          continue;
        }
        frame.root = document;
        const values = Object.fromEntries(join.definitions.map(([name, value]) => [name, value.evaluate(frame)]));
        const joined: Document[] = [];
        yield* gathered(joinedWith(document, join, { ...scope, hint: undefined, variables: { ...scope.variables, ...values } }), joined);
        yield withNested(document, join.as, joined);
      }
    },
  };
};

/** Gathers the documents found, letting others run in between. */
function* gathered(found: Documents, joined: Document[]): Documents {
  let bytes = 0;
  for (const document of found) {
    if (!document) yield undefined;
    else {
      bytes += sizeOf(document);
      if (bytes > JOINED_BYTES)
        throw new MongoError(4568, `Total size of documents matching pipeline's $lookup stage exceeds ${JOINED_BYTES} bytes`);
      joined.push(document);
    }
  }
}

function joinedWith(document: Document, join: Join, scope: PipelineScope): Documents {
  const stages = join.stages.map((stage) => bound(stage, scope.variables));
  if (!join.localField) return scope.read(scope, join.from, stages);
  const condition = matchStage(joinFilter(document, join.localField, join.foreignField as string));
  // What makes its own documents stays first; the condition is on those.
  const sources = stages[0]?.source ? 1 : 0;
  return scope.read(scope, join.from, [...stages.slice(0, sources), condition, ...stages.slice(sources)]);
}

/** Several values are joined with each; none at all is null, which is joined with what has no value either. */
function joinFilter(document: Document, localField: readonly string[], foreignField: string): Document {
  const values: unknown[] = [];
  collectValues(document, localField, 0, values);
  if (values.length === 0) values.push(null);
  if (values.length === 1) return { [foreignField]: { $eq: values[0] } };
  // In a list a regular expression would be a pattern; here it is a value like any other.
  return values.some(isRegex) ? { $or: values.map((value) => ({ [foreignField]: { $eq: value } })) } : { [foreignField]: { $in: values } };
}

/** The values at a path, arrays on the way and at its end taken apart. */
export function collectValues(value: unknown, names: readonly string[], at: number, values: unknown[]): void {
  if (at === names.length) {
    if (Array.isArray(value)) values.push(...value);
    else if (value !== undefined) values.push(value);
    return;
  }
  const name = names[at] as string;
  if (isDocument(value)) {
    if (Object.hasOwn(value, name)) collectValues(value[name], names, at + 1, values);
  } else if (Array.isArray(value)) {
    if (/^\d+$/.test(name) && Number(name) < value.length) collectValues(value[Number(name)], names, at + 1, values);
    for (const element of value) if (isDocument(element)) collectValues(element, names, at, values);
  }
}

/**
 * Adds to a `$match` on `{$expr: {$eq: ["$field", "$$variable"]}}` the plain equality it implies, for the planner to
 * find an index by; the expression stays and has the last word.
 */
function bound(stage: Stage, variables: Record<string, unknown>): Stage {
  if (stage.name !== '$match') return stage;
  const implied = impliedEqualities((stage.operand as Document).$expr, variables);
  return implied.length === 0 ? stage : matchStage({ $and: [...implied, stage.operand] });
}

function impliedEqualities(expression: unknown, variables: Record<string, unknown>): Document[] {
  if (!isDocument(expression)) return [];
  if (Array.isArray(expression.$and)) return expression.$and.flatMap((branch) => impliedEqualities(branch, variables));
  const equal = expression.$eq;
  if (!Array.isArray(equal) || equal.length !== 2) return [];
  const field = equal.find((side) => typeof side === 'string' && /^\$[^$.]+$/.test(side));
  const variable = equal.find((side) => typeof side === 'string' && /^\$\$\w+$/.test(side));
  const value = variable === undefined ? undefined : variables[variable.slice(2)];
  // Arrays and what is missing compare differently in an expression and in a query.
  const isPlain = value !== undefined && value !== null && !Array.isArray(value) && !isRegex(value);
  return field && isPlain ? [{ [field.slice(1)]: { $eq: value } }] : [];
}

const TEXTS = ['from', 'as', 'localField', 'foreignField'];

function parseJoin(operand: unknown, context: StageContext, parse: (value: unknown) => Expression): Join {
  const spec = checkedSpec(operand);
  const { from, as, localField, foreignField, pipeline } = spec as Record<string, string | undefined>;
  if (as === undefined) throw new MongoError(9, "must specify 'as' field for a $lookup");
  if ((localField === undefined) !== (foreignField === undefined))
    throw new MongoError(9, "$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  if (pipeline === undefined) {
    if (spec.let !== undefined) throw new MongoError(9, "$lookup with a 'let' argument must also specify 'pipeline'");
    if (localField === undefined)
      throw new MongoError(9, "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  }
  const definitions = parseDefinitions(spec.let, parse);
  const stages =
    pipeline === undefined
      ? []
      : context.pipeline(
          pipeline,
          'lookup',
          definitions.map(([name]) => name),
        );
  if (from === undefined && stages[0]?.name !== '$documents')
    throw new MongoError(
      9,
      pipeline === undefined
        ? "must specify 'pipeline' when 'from' is empty"
        : '$lookup stage without explicit collection must have a pipeline with $documents as first stage',
    );
  if (foreignField !== undefined) fieldPath(foreignField);
  return {
    from,
    as: fieldPath(as),
    localField: localField === undefined ? undefined : fieldPath(localField),
    foreignField,
    definitions,
    stages,
  };
}

function checkedSpec(operand: unknown): Document {
  if (!isDocument(operand)) throw new MongoError(9, `the $lookup stage specification must be an object, but found ${typeName(operand)}`);
  for (const [field, value] of fieldEntries(operand)) {
    if (field === 'pipeline' || field === 'let') continue;
    if (!TEXTS.includes(field)) throw new MongoError(9, `unknown argument to $lookup: ${field}`);
    if (typeof value !== 'string') throw new MongoError(9, `$lookup argument '${field}' must be a string, found type ${typeName(value)}`);
  }
  return operand;
}

function parseDefinitions(given: unknown, parse: (value: unknown) => Expression): Join['definitions'] {
  if (given === undefined) return [];
  if (!isDocument(given)) throw new MongoError(9, `$lookup argument 'let' must be an object, is type ${typeName(given)}`);
  return fieldEntries(given).map(([name, value]) => {
    checkVariableWrite(name);
    return [name, parse(value)] as const;
  });
}
