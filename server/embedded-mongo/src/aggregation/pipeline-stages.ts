import { fieldEntries } from '../bson/field-order.ts';
import { isDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { Dependencies, Parser, type ParserSettings } from './expressions/parser.ts';
import type { Stage } from './scope.ts';
import type { Place, StageContext } from './stages/stage.ts';
import { OUTSIDE_ONLY, REFUSED_STAGES, STAGES } from './stages/stage-table.ts';

const MOST_STAGES = 1000;
const DEEPEST_PIPELINE = 20;

/**
 * Reads a pipeline, and the pipelines inside it, so that every mistake is known before the first document is read.
 *
 * @param settings what expressions may name and how values compare
 * @throws MongoError 40324 for an unknown stage, 238 for one that is not offered, and each stage's own
 */
export function parsePipeline(pipeline: unknown, settings: ParserSettings = {}): Stage[] {
  return parseStages(pipeline, settings, 'command', 0);
}

function parseStages(pipeline: unknown, settings: ParserSettings, place: Place, depth: number): Stage[] {
  if (!Array.isArray(pipeline)) throw new MongoError(14, "'pipeline' option must be specified as an array");
  if (depth > DEEPEST_PIPELINE) throw new MongoError(232, `Maximum number of nested sub-pipelines exceeded. Limit is ${DEEPEST_PIPELINE}`);
  if (pipeline.length > MOST_STAGES) throw new MongoError(7749501, `Pipeline length must be no longer than ${MOST_STAGES} stages`);
  return pipeline.map((given, position) => parseStage(given, { settings, place, position, depth }));
}

function parseStage(
  given: unknown,
  { settings, place, position, depth }: Pick<StageContext, 'settings' | 'place' | 'position'> & { depth: number },
): Stage {
  const [name, operand] = stageOf(given);
  if (OUTSIDE_ONLY[place]?.includes(name)) throw outOfPlace(name, place);
  const refusal = Object.hasOwn(REFUSED_STAGES, name) ? REFUSED_STAGES[name] : undefined;
  if (refusal) throw new MongoError(refusal[0], refusal[0] === 238 ? `${name} is not supported: ${refusal[1]}` : refusal[1]);
  const parse = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  if (!parse) throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
  const context: StageContext = {
    settings,
    place,
    position,
    parser: () => new Parser({ ...settings, dependencies: new Dependencies() }),
    pipeline: (inner, innerPlace, variables = []) =>
      parseStages(inner, { ...settings, variables: [...(settings.variables ?? []), ...variables] }, innerPlace, depth + 1),
  };
  return { name, operand, ...parse(operand, context, name) };
}

/** @throws MongoError 14 or 40323 for what is no stage at all */
export function stageOf(given: unknown): [name: string, operand: unknown] {
  if (!isDocument(given)) throw new MongoError(14, "Each element of the 'pipeline' array must be an object");
  const entries = fieldEntries(given);
  const [only] = entries;
  if (!only || entries.length > 1) throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
  return only;
}

function outOfPlace(name: string, place: Place): MongoError {
  if (place === 'facet') return new MongoError(40600, `${name} is not allowed to be used within a $facet stage`);
  return place === 'lookup'
    ? new MongoError(51047, `${name} is not allowed within a $lookup's sub-pipeline`)
    : new MongoError(31441, `${name} is not allowed within a $unionWith's sub-pipeline`);
}
