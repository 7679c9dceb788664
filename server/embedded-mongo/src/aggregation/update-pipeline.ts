import type { Document } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { Dependencies, Parser } from './expressions/parser.ts';
import { stageOf } from './pipeline-stages.ts';
import type { Documents, PipelineScope, Stage } from './scope.ts';
import type { StageContext } from './stages/stage.ts';
import { REFUSED_STAGES, STAGES } from './stages/stage-table.ts';

const ALLOWED = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith'];

/**
 * An update given as a pipeline, ready to be applied to documents.
 *
 * @param variables the values of the variables its expressions may name
 * @throws MongoError 72 for a stage that updates may not use, 40324 for one nobody knows
 */
export function compileUpdatePipeline(pipeline: readonly unknown[], variables: Readonly<Document> = {}): (document: Document) => Document {
  const settings = { variables: Object.keys(variables), now: new Date() };
  const stages = pipeline.map((given, position): Stage => {
    const [name, operand] = stageOf(given);
    if (!Object.hasOwn(STAGES, name) && !Object.hasOwn(REFUSED_STAGES, name))
      throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
    if (!ALLOWED.includes(name)) throw new MongoError(72, `${name} is not allowed to be used within an update`);
    const context: StageContext = {
      settings,
      place: 'update',
      position,
      parser: () => new Parser({ ...settings, dependencies: new Dependencies() }),
      pipeline: () => [],
    };
    return { name, operand, ...(STAGES[name] as (typeof STAGES)[string])(operand, context, name) };
  });
  const scope = { variables: { ...variables } } as unknown as PipelineScope;
  return (document) => {
    const [result] = stages.reduce<Documents>((documents, stage) => stage.run(documents, scope), [document]);
    return result ?? document;
  };
}
