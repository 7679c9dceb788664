import { NO_SEARCH_INDEXES } from '../aggregation/stages/stage-table.ts';
import { MongoError } from '../mongo-error.ts';
import type { CommandTable } from './command.ts';

/** Known to any MongoDB, and offered by Atlas alone. */
export const searchIndexCommands: CommandTable = {
  createSearchIndexes: { fields: ['indexes'], run: refuse },
  updateSearchIndex: { fields: ['id', 'name', 'definition'], run: refuse },
  dropSearchIndex: { fields: ['id', 'name'], run: refuse },
};

function refuse(): never {
  throw new MongoError(31082, NO_SEARCH_INDEXES);
}
