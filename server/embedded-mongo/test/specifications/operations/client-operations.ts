import type { ObservedClient } from '../observed-client.ts';
import { NotApplicable } from '../test-format.ts';
import type { Call, OperationTable } from './operation-table.ts';

export const clientOperations: OperationTable = {
  close: ({ client }: ObservedClient) => client.close(),
  listDatabases: async ({ client }: ObservedClient, { options }: Call) => (await client.db().admin().listDatabases(options)).databases,
  listDatabaseObjects: async ({ client }: ObservedClient, { options }: Call) =>
    (await client.db().admin().listDatabases(options)).databases,
  listDatabaseNames: async ({ client }: ObservedClient, { options }: Call) =>
    (
      await client
        .db()
        .admin()
        .listDatabases({ ...options, nameOnly: true })
    ).databases.map(({ name }) => name),
  clientBulkWrite: ({ client }: ObservedClient, { options: { models, ...options } }: Call) => client.bulkWrite(models, options),
  createChangeStream: () => {
    throw new NotApplicable('change streams');
  },
};
