import type { Document } from 'bson';
import { asDocument, toNumber } from '../bson-codec.ts';
import { errorAnswer, MongoError } from '../mongo-error.ts';
import { aggregateCommands } from './aggregate-commands.ts';
import { catalogCommands } from './catalog-commands.ts';
import type { CommandContext, CommandTable } from './command.ts';
import { cursorCommands } from './cursor-commands.ts';
import { deleteCommands } from './delete-commands.ts';
import { diagnosticCommands } from './diagnostic-commands.ts';
import { explainCommands } from './explain-commands.ts';
import { ConnectionAbandoned } from './fail-points.ts';
import { findAndModifyCommands } from './find-and-modify-commands.ts';
import { findCommands } from './find-commands.ts';
import { handshakeCommands } from './handshake-commands.ts';
import { indexCommands } from './index-commands.ts';
import { insertCommands } from './insert-commands.ts';
import { parameterCommands } from './parameter-commands.ts';
import { readCommands } from './read-commands.ts';
import { sessionCommands } from './session-commands.ts';
import { updateCommands } from './update-commands.ts';

const COMMANDS: CommandTable = {
  ...handshakeCommands,
  ...diagnosticCommands,
  ...parameterCommands,
  ...sessionCommands,
  ...catalogCommands,
  ...indexCommands,
  ...insertCommands,
  ...updateCommands,
  ...deleteCommands,
  ...findAndModifyCommands,
  ...findCommands,
  ...cursorCommands,
  ...readCommands,
  ...aggregateCommands,
  ...explainCommands,
};

/** Fields any command may bear. */
const GENERIC_FIELDS = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);
const TRANSACTION_FIELDS = ['txnNumber', 'startTransaction', 'autocommit'];
/** Introductions differ from driver to driver and are answered whatever they hold. */
const OPEN_COMMANDS = new Set(['hello', 'isMaster', 'ismaster']);

/**
 * Runs the command of a message; errors are answers too.
 *
 * @throws ConnectionAbandoned when a fail point wants the connection closed
 */
export async function runCommand(context: Omit<CommandContext, 'database' | 'session'>): Promise<Document> {
  try {
    const { command } = context;
    const name = Object.keys(command)[0] ?? '';
    const known = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!known) throw new MongoError(59, `no such command: '${name}'`);
    const database = checkedDatabase(command.$db);
    refuseTransactions(command);
    if (!OPEN_COMMANDS.has(name)) refuseUnknownFields(command, name, known.fields);
    checkConcerns(command);
    context.activity.ran(name);
    const session = command.lsid === undefined ? undefined : context.sessions.use(command.lsid);
    const added = await context.failPoints.apply(name, context.peer);
    return { ...(await known.run({ ...context, database, session })), ...added };
  } catch (error) {
    if (error instanceof ConnectionAbandoned) throw error;
    return errorAnswer(error);
  }
}

function checkedDatabase(name: unknown): string {
  if (typeof name !== 'string') throw new MongoError(40571, 'OP_MSG requests require a $db argument');
  if (name === '' || name.length > 63 || /[/\\. "$\0]/.test(name)) throw new MongoError(73, `Invalid database name: '${name}'`);
  return name;
}

/** As a standalone server does: it has no oplog to number writes in. */
function refuseTransactions(command: Document): void {
  if (TRANSACTION_FIELDS.some((field) => field in command)) {
    throw new MongoError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
}

function refuseUnknownFields(command: Document, name: string, fields: readonly string[]): void {
  for (const field of Object.keys(command).slice(1)) {
    if (!GENERIC_FIELDS.has(field) && !fields.includes(field))
      throw new MongoError(40415, `BSON field '${name}.${field}' is an unknown field.`);
  }
}

/** Every write is acknowledged from the disk and every read sees what is there: all levels but those of a cluster hold. */
function checkConcerns(command: Document): void {
  const level = asDocument(command.readConcern)?.level;
  if (level !== undefined && !['local', 'available', 'majority'].includes(level)) {
    throw new MongoError(72, `readConcern level '${String(level)}' is not supported by a standalone server`);
  }
  const w = toNumber(asDocument(command.writeConcern)?.w);
  if (w !== undefined && w > 1) throw new MongoError(2, "cannot use 'w' > 1 when a host is not replicated");
}
