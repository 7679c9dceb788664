import type { Document } from 'bson';
import { evaluateVariables } from '../aggregation/expressions/parser.ts';
import { isDocument, toNumber } from '../bson-codec.ts';
import { parseCollation } from '../collation/collation.ts';
import type { CursorRegistry } from '../cursors/cursor-registry.ts';
import { MongoError } from '../mongo-error.ts';
import type { SessionRegistry } from '../sessions/session-registry.ts';
import type { CollectionState } from '../storage/collection-state.ts';
import type { Store } from '../storage/store.ts';
import type { Activity } from './activity.ts';
import type { FailPoints } from './fail-points.ts';
import type { Peer } from './peer.ts';

/** What every command of a server works with. */
export interface Services {
  store: Store;
  cursors: CursorRegistry;
  sessions: SessionRegistry;
  failPoints: FailPoints;
  activity: Activity;
}

/** What one command works with. */
export interface CommandContext extends Services {
  peer: Peer;
  /** The session the client works in, by its key. */
  session: string | undefined;
  database: string;
  command: Document;
}

/** A command: the fields it knows, so that any other is refused, and what it does. */
export interface Command {
  fields: readonly string[];
  /** It concerns the server and not one database. */
  adminOnly?: true;
  /** Answers `{ok: 1}` and more; what it throws becomes an error answer. */
  run(context: CommandContext): Document | Promise<Document>;
}

export type CommandTable = Readonly<Record<string, Command>>;

/** The collection a command names, by its first field. */
export function collectionName({ command }: CommandContext): string {
  const [verb, name] = Object.entries(command)[0] as [string, unknown];
  if (typeof name !== 'string') throw new MongoError(73, `collection name has invalid type for command ${verb}`);
  return checkedName(name);
}

/** @throws MongoError 73 for a name no database can have */
export function checkedDatabase(name: string): string {
  if (name === '' || name.length > 63 || /[/\\. "$\0]/.test(name)) throw new MongoError(73, `Invalid database name: '${name}'`);
  return name;
}

/** @throws MongoError 73 for a name no collection can have. */
export function checkedName(name: string): string {
  if (name === '' || name.startsWith('.') || name.endsWith('.') || name.includes('$') || name.includes('\0')) {
    throw new MongoError(73, `Invalid namespace specified '${name}'`);
  }
  if (Buffer.byteLength(name) > 235) throw new MongoError(73, `Collection name is too long: '${name.slice(0, 40)}...'`);
  return name;
}

/**
 * The collection a command works on, if it exists.
 *
 * @throws MongoError 166 for a view
 */
export function findCollection(context: CommandContext, name = collectionName(context)): CollectionState | undefined {
  const { store, database } = context;
  if (store.catalog.views.find(database, name)) throw new MongoError(166, `Namespace ${database}.${name} is a view, not a collection`);
  return store.catalog.find(database, name);
}

/**
 * The comparison of a command on a view: views compare strings by their bytes.
 *
 * @throws MongoError 167 for another
 */
export function viewCollation(command: Document): undefined {
  if (parseCollation(command.collation)) throw new MongoError(167, "Cannot override a view's default collation");
}

/** The collection to write to, made on the first write; to be called inside a write transaction. */
export function obtainCollection(context: CommandContext, name: string): CollectionState {
  return findCollection(context, name) ?? context.store.catalog.create(context.database, name);
}

/** @throws MongoError 14 when the field is no document. */
export function documentField(command: Document, field: string): Document | undefined {
  const value = command[field];
  if (value === undefined || value === null) return undefined;
  if (!isDocument(value)) throw new MongoError(14, `BSON field '${field}' is the wrong type, expected type 'object'`);
  return value;
}

/**
 * The variables a command gives its expressions, whose values are expressions themselves.
 *
 * @throws MongoError as for any expression, 14 when `let` is no document
 */
export function letVariables(command: Document): Record<string, unknown> {
  return evaluateVariables(documentField(command, 'let'));
}

/** A count that may not be negative. */
export function countField(command: Document, field: string): number | undefined {
  const value = command[field];
  if (value === undefined || value === null) return undefined;
  const number = toNumber(value);
  if (number === undefined) throw new MongoError(14, `BSON field '${field}' is the wrong type, expected a number`);
  if (number < 0) throw new MongoError(51024, `BSON field '${field}' value must be >= 0, actual value '${number}'`);
  return Math.trunc(number);
}

/** @throws MongoError 14 when the field is no array of documents, 40414 when it is missing. */
export function statements(command: Document, field: string): Document[] {
  const value = command[field];
  if (value === undefined) throw new MongoError(40414, `BSON field '${field}' is missing but a required field`);
  if (!Array.isArray(value)) throw new MongoError(14, `BSON field '${field}' is the wrong type, expected type 'array'`);
  if (value.length === 0 || value.length > 100_000)
    throw new MongoError(16, `Write batch sizes must be between 1 and 100000. Got ${value.length} operations.`);
  return value;
}

/** Refuses the fields of a sub-document that are not known, as the server's own parser does. */
export function refuseUnknown(document: Document, known: readonly string[], where: string): void {
  const unknown = Object.keys(document).find((field) => !known.includes(field));
  if (unknown !== undefined) throw new MongoError(40415, `BSON field '${where}.${unknown}' is an unknown field.`);
}
