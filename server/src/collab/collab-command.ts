import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { readEnv } from '../env.ts';
import { setUpLogger } from '../platform/logger.ts';
import { buildIndexes, connectMongo } from '../platform/mongo.ts';
import { startCollab } from './collab.ts';
import { OPEN_DOORS } from './open-doors.ts';
import { warmUp } from './warm-up.ts';

const USAGE = 'npm run collab -- --port N --data DOSSIER';
const HOST = '127.0.0.1';
/** The store of a server that was killed lets go of its data a moment after. */
const STORE_TRIES = 20;
const STORE_RETRY_MS = 250;

const connect = async (dataDir: string): Promise<() => Promise<void>> => {
  const env = readEnv({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  setUpLogger(env.LOG_LEVEL);
  for (let tries = 1; ; tries++) {
    try {
      return await connectMongo(env);
    } catch (error) {
      if (tries === STORE_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, STORE_RETRY_MS));
    }
  }
};

const run = async (): Promise<void> => {
  const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string' } } });
  if (!values.port || !values.data) throw new Error(USAGE);
  const disconnect = await connect(values.data);
  await buildIndexes();
  const http = createServer((_request, response) => void response.writeHead(404).end());
  await warmUp();
  const collab = await startCollab(OPEN_DOORS);
  collab.serve(http);
  const stop = async (): Promise<void> => {
    http.close();
    await collab.close();
    await disconnect();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject).listen(Number(values.port), HOST, resolve);
  });
  const { port } = http.address() as { port: number };
  process.stdout.write(`READY ws://${HOST}:${port}/collab\n`);
};

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
