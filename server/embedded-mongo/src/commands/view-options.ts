import type { Document } from 'bson';
import { parsePipeline } from '../aggregation/pipeline-stages.ts';
import { encode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { View } from '../storage/view-catalog.ts';
import { type CommandContext, checkedName } from './command.ts';

/** Views on views on views. */
const MOST_VIEWS = 20;

/**
 * The view a command describes, if it describes one.
 *
 * @throws MongoError 72 for options that views do not have
 */
export function viewOptions(command: Document, place: { database: string; name: string }): View | undefined {
  const { viewOn, pipeline = [] } = command;
  if (viewOn === undefined) {
    if (command.pipeline !== undefined) throw new MongoError(72, "'pipeline' requires 'viewOn' to also be specified");
    return undefined;
  }
  if (typeof viewOn !== 'string') throw new MongoError(14, "BSON field 'create.viewOn' is the wrong type, expected type 'string'");
  if (viewOn === '') throw new MongoError(2, "'viewOn' cannot be empty");
  for (const option of ['validator', 'capped', 'timeseries', 'clusteredIndex'])
    if (command[option] !== undefined) throw new MongoError(72, `'viewOn' and '${option}' cannot both be specified`);
  parsePipeline(pipeline);
  return { ...place, viewOn: checkedName(viewOn), pipeline };
}

/**
 * Adds a view; the same view again changes nothing. To be called inside a write transaction.
 *
 * @throws MongoError 48 when the name is taken, 5 or 165 for views that go in a circle or too deep
 */
export function createView({ store: { catalog } }: CommandContext, view: View): void {
  const { database, name } = view;
  const existing = catalog.views.find(database, name);
  const same = existing && encode({ ...existing }).equals(encode({ ...view }));
  if (same) return;
  if (existing || catalog.find(database, name)) throw new MongoError(48, `Collection ${database}.${name} already exists.`);
  let below: View | undefined = view;
  for (let depth = 1; below; depth++) {
    if (below.viewOn === name) throw new MongoError(5, `View cycle detected: ${database}.${name}`);
    if (depth > MOST_VIEWS) throw new MongoError(165, `View depth limit exceeded; maximum depth is ${MOST_VIEWS}`);
    below = catalog.views.find(database, below.viewOn);
  }
  catalog.views.save(view);
}
