import type { Document } from 'bson';
import { errorAnswer, MongoError } from '../mongo-error.ts';
import { aggregateCommands } from './aggregate-commands.ts';
import { checkApiVersion } from './api-version.ts';
import { authenticationCommands } from './authentication-commands.ts';
import { catalogCommands } from './catalog-commands.ts';
import { type CommandContext, type CommandTable, checkedDatabase } from './command.ts';
import { checkConcerns } from './concerns.ts';
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
import { modifyCommands } from './modify-command.ts';
import { parameterCommands } from './parameter-commands.ts';
import { readCommands } from './read-commands.ts';
import { renameCommands } from './rename-command.ts';
import { searchIndexCommands } from './search-index-commands.ts';
import { sessionCommands } from './session-commands.ts';
import { updateCommands } from './update-commands.ts';

const COMMANDS: CommandTable = {
  ...handshakeCommands,
  ...authenticationCommands,
  ...diagnosticCommands,
  ...parameterCommands,
  ...sessionCommands,
  ...catalogCommands,
  ...renameCommands,
  ...modifyCommands,
  ...indexCommands,
  ...searchIndexCommands,
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
    if (typeof command.$db !== 'string') throw new MongoError(40571, 'OP_MSG requests require a $db argument');
    const database = checkedDatabase(command.$db);
    if (known.adminOnly && database !== 'admin') throw new MongoError(13, `${name} may only be run against the admin database.`);
    checkApiVersion(name, command);
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
