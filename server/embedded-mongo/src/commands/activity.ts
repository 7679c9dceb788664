/** Clients beyond these are turned away at the door. */
export const MOST_CONNECTIONS = 10_000;

/** What `serverStatus` tells of the work done, under MongoDB's names. */
const COUNTED: Record<string, keyof Activity['operations']> = {
  insert: 'insert',
  find: 'query',
  update: 'update',
  delete: 'delete',
  getMore: 'getmore',
};

/** Counts connections and commands since the start. */
export class Activity {
  connections = 0;
  totalConnections = 0;
  readonly operations = { insert: 0, query: 0, update: 0, delete: 0, getmore: 0, command: 0 };

  /** A client has come; gives the number of its connection. */
  connected(): number {
    this.connections++;
    return ++this.totalConnections;
  }

  disconnected(): void {
    this.connections--;
  }

  ran(command: string): void {
    this.operations[COUNTED[command] ?? 'command']++;
  }
}
