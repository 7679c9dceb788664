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
};

function startSession({ sessions }: CommandContext): Document {
  return { id: sessions.start(), timeoutMinutes: SESSION_MINUTES, ok: 1 };
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
