import type { Document } from 'bson';
import { asDocument } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import type { CommandContext, CommandTable } from './command.ts';

/** What clients ask of a server's settings before they decide what to do with it. */
const PARAMETERS: Document = {
  authenticationMechanisms: [],
  enableTestCommands: false,
  featureCompatibilityVersion: { version: '7.0' },
  quiet: false,
  requireApiVersion: false,
};

export const parameterCommands: CommandTable = {
  getParameter: { fields: ['allParameters', ...Object.keys(PARAMETERS)], adminOnly: true, run: getParameter },
  configureFailPoint: { fields: ['mode', 'data'], adminOnly: true, run: configureFailPoint },
};

function getParameter({ command }: CommandContext): Document {
  const all = command.getParameter === '*' || asDocument(command.getParameter)?.allParameters === true || command.allParameters === true;
  const chosen = Object.entries(PARAMETERS).filter(([name]) => all || command[name]);
  if (chosen.length === 0) throw new MongoError(72, 'no option found to get');
  return { ...Object.fromEntries(chosen), ok: 1 };
}

function configureFailPoint({ command, failPoints }: CommandContext): Document {
  return { count: failPoints.configure(command), ok: 1 };
}
