import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createApp } from '../../server/src/app.ts';
import { readEnv } from '../../server/src/env.ts';
import type { Auth } from '../../server/src/features/accounts/auth.ts';
import { setUpLogger } from '../../server/src/platform/logger.ts';
import { atEndOfFile } from './end-of-file.ts';

export interface Server {
  url: string;
  http: HttpServer;
  auth: Auth;
  dataDir: string;
  /** The database this server works on, for whoever looks beside it. */
  databaseUri: string;
}

const NO_CLIENT = join(tmpdir(), 'no-client-was-built-here');

/** The address of a database nobody else uses, in the store all test files share. */
export const newDatabaseUri = (): string => `${inject('storeUri')}/essai-${randomUUID()}`;

/**
 * Starts the real application in this process on a database of its own and a free port; closed when the test file ends.
 * One at a time: the application keeps its connection and what it remembers for the whole process.
 * @param clientFolder the pages to serve; none unless given
 */
export const startServer = async (
  { databaseUri = newDatabaseUri(), ...settings }: Record<string, string> = {},
  clientFolder = NO_CLIENT,
): Promise<Server> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'beffroi-server-'));
  const LOG_LEVEL = process.env.LOG_LEVEL ?? 'silent';
  setUpLogger(LOG_LEVEL);
  const env = readEnv({ PORT: '0', DATA_DIR: dataDir, MONGODB_URI: databaseUri, RATE_LIMIT: 'off', LOG_LEVEL, ...settings });
  const app = await createApp(env, clientFolder);
  await new Promise<void>((resolve) => app.http.listen(0, '127.0.0.1', resolve));
  await app.prepare();
  atEndOfFile(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const { port } = app.http.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, http: app.http, auth: app.auth, dataDir, databaseUri };
};
