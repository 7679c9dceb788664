import type { Document } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { SESSION_MINUTES } from '../sessions/session-registry.ts';
import type { CommandContext, CommandTable } from './command.ts';

export const sessionCommands: CommandTable = {
  startSession: { fields: [], run: startSession },
  refreshSessions: { fields: [], run: refreshSessions },
  endSessions: { fields: [], run: endSessions },
  killSessions: { fields: [], run: killSessions },
  killAllSessions: { fields: [], run: killAllSessions },
  // A standalone server knows these words, and has no transaction to end.
  commitTransaction: { fields: ['recoveryToken'], adminOnly: true, run: refuseTransaction },
  abortTransaction: { fields: ['recoveryToken'], adminOnly: true, run: refuseTransaction },
};

function startSession({ sessions }: CommandContext): Document {
  return { id: sessions.start(), timeoutMinutes: SESSION_MINUTES, ok: 1 };
}

function refuseTransaction(): never {
  throw new MongoError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
}

function refreshSessions({ command, sessions }: CommandContext): Document {
  for (const lsid of listed(command, 'refreshSessions')) sessions.use(lsid);
  return { ok: 1 };
}

function endSessions(context: CommandContext): Document {
  return endListed(context, 'endSessions');
}

/** An empty list means all of them. */
function killSessions(context: CommandContext): Document {
  return listed(context.command, 'killSessions').length === 0 ? killAllSessions(context) : endListed(context, 'killSessions');
}

function killAllSessions({ sessions, cursors }: CommandContext): Document {
  cursors.killOfSessions(sessions.endAll());
  return { ok: 1 };
}

function endListed({ command, sessions, cursors }: CommandContext, verb: string): Document {
  cursors.killOfSessions(listed(command, verb).map((lsid) => sessions.end(lsid)));
  return { ok: 1 };
}

function listed(command: Document, verb: string): unknown[] {
  if (!Array.isArray(command[verb])) throw new MongoError(14, `BSON field '${verb}.${verb}' is the wrong type, expected type 'array'`);
  return command[verb];
}
