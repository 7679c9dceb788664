import type { Document } from 'bson';
import { encode, toNumber } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import { changeStreamOptions, validationOptions } from './collection-options.ts';
import { type CommandContext, type CommandTable, collectionName } from './command.ts';
import { modifyIndex } from './modify-index.ts';
import { viewOptions } from './view-options.ts';

const VALIDATION = ['validator', 'validationLevel', 'validationAction'];
const CAPPED: Record<string, string> = { cappedSize: 'size', cappedMax: 'max' };
const FIELDS = ['index', 'viewOn', 'pipeline', 'changeStreamPreAndPostImages', ...VALIDATION, ...Object.keys(CAPPED)];

export const modifyCommands: CommandTable = {
  collMod: { fields: FIELDS, run: modifyCollection },
};

/** Changes the options of a collection, of one of its indexes, or of a view. */
async function modifyCollection(context: CommandContext): Promise<Document> {
  const { command, store, database } = context;
  const name = collectionName(context);
  return await store.write(() => {
    if (store.catalog.views.find(database, name)) return modifyView(context, name);
    const collection = store.catalog.find(database, name);
    if (!collection) throw new MongoError(26, `ns does not exist: ${database}.${name}`);
    if (command.viewOn !== undefined || command.pipeline !== undefined)
      throw new MongoError(72, `Namespace ${collection.namespace} is not a view`);
    const options = modifiedOptions(collection, command);
    const answer = command.index === undefined ? {} : modifyIndex(store, collection, command.index);
    if (!encode(options).equals(encode(collection.options))) {
      collection.options = options;
      store.catalog.save(collection);
    }
    return { ...answer, ok: 1 };
  });
}

function modifyView({ command, store, database }: CommandContext, name: string): Document {
  const other = FIELDS.find((field) => field !== 'viewOn' && field !== 'pipeline' && command[field] !== undefined);
  if (other) throw new MongoError(72, `'${other}' is not supported on a view`);
  if (command.viewOn === undefined || command.pipeline === undefined)
    throw new MongoError(72, "Must specify both 'viewOn' and 'pipeline' when modifying a view");
  const view = viewOptions(command, { database, name });
  if (view) store.catalog.views.save(view);
  return { ok: 1 };
}

function modifiedOptions(collection: CollectionState, command: Document): Document {
  const options = { ...collection.options, ...changeStreamOptions(command) };
  for (const [field, option] of Object.entries(CAPPED)) {
    if (command[field] === undefined) continue;
    if (!options.capped) throw new MongoError(72, `${field} can only be set on a capped collection`);
    options[option] = checkedSize(command[field], field);
  }
  if (!VALIDATION.some((field) => command[field] !== undefined)) return options;
  const given = Object.fromEntries(VALIDATION.map((field) => [field, command[field] ?? options[field]]));
  const { validator, ...rule } = validationOptions(given);
  return { ...options, ...rule, ...(validator ? { validator } : {}) };
}

function checkedSize(value: unknown, field: string): number {
  const size = toNumber(value);
  if (size === undefined) throw new MongoError(14, `BSON field 'collMod.${field}' is the wrong type, expected a number`);
  if (size < 1) throw new MongoError(51024, `BSON field 'collMod.${field}' value must be >= 1, actual value '${size}'`);
  return Math.trunc(size);
}
