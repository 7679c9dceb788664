import { MongoError } from '../mongo-error.ts';
import type { CommandTable } from './command.ts';

/** There are no users: whoever says to be one is told what a server answers to a name it does not know. */
export const authenticationCommands: CommandTable = {
  saslStart: { fields: ['mechanism', 'payload', 'options', 'autoAuthorize'], run: refuse },
};

function refuse(): never {
  throw new MongoError(18, 'Authentication failed.');
}
