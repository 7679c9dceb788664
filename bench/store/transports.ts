import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { type Cost, measure } from './measure.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { fillStore, folderOf, startStore } from './processes.ts';

export interface TransportCosts {
  name: string;
  port: Cost[];
  socket: Cost[];
}

const MEASURED = ['find by _id', 'find of 20 by index, sorted'];

/** The same reads through a loopback port and through a Unix socket, in turn. */
export async function measureTransports(size: number, rounds: number, seconds: number): Promise<TransportCosts[]> {
  const dataDir = await fillStore(size, true);
  const costs: TransportCosts[] = MEASURED.map((name) => ({ name, port: [], socket: [] }));
  const addresses = { port: ['--port', '0'], socket: ['--socket', join(folderOf(size), 'store.sock')] };
  for (let round = 0; round < rounds; round++) {
    for (const transport of ['port', 'socket'] as const) {
      const store = await startStore(dataDir, addresses[transport]);
      const client = await MongoClient.connect(store.url);
      for (const cost of costs) {
        const { driver } = OPERATIONS.find(({ name }) => name === cost.name) as Operation;
        cost[transport].push(await measure((n) => driver(client.db('bench'), n, size), 1, seconds, store.pid));
      }
      await client.close();
      await store.stop();
    }
  }
  return costs;
}
