import { unlinkSync } from 'node:fs';
import type net from 'node:net';
import type { Document } from 'bson';
import { Activity } from './commands/activity.ts';
import { FailPoints } from './commands/fail-points.ts';
import type { Peer } from './commands/peer.ts';
import { runCommand } from './commands/run-command.ts';
import { CursorRegistry } from './cursors/cursor-registry.ts';
import { IdleSweeper } from './sessions/idle-sweeper.ts';
import { SessionRegistry } from './sessions/session-registry.ts';
import { Reclaimer } from './storage/reclaimer.ts';
import { Store } from './storage/store.ts';
import { TtlSweeper } from './storage/ttl-sweeper.ts';
import { acceptClients } from './wire/accept-clients.ts';

/** Commands that forget at once and leave what they forget to be deleted little by little. */
const LEAVING_REMAINS = new Set(['drop', 'dropDatabase', 'dropIndexes', 'renameCollection']);

export interface StoreOptions {
  /** Where the data is kept; made when it does not exist. */
  dataDir: string;
  /** Loopback port; 0, the default, takes a free one. */
  port?: number;
  /** A Unix socket to listen on instead of a port. */
  socketPath?: string;
  /** Milliseconds between two searches for expired documents: a minute by default, as MongoDB. */
  ttlInterval?: number;
  /** Milliseconds that one portion of a long write may keep the other commands waiting, 15 by default. */
  turn?: number;
  /** Milliseconds a message may take to arrive whole, a minute by default. */
  messageTimeout?: number;
}

export interface RunningStore {
  /** What a MongoDB driver connects to. */
  url: string;
  /** The port listened on; 0 with a socket. */
  port: number;
  /** Ends the connections, waits for the last write and gives the data directory back. */
  close(): Promise<void>;
}

/**
 * Opens a data directory and serves it.
 *
 * @throws Error when the directory is in use or the address is taken
 */
export async function startStore(options: StoreOptions): Promise<RunningStore> {
  const { dataDir, port = 0, socketPath, ttlInterval = 60_000, messageTimeout = 60_000 } = options;
  const store = Store.open(dataDir, options.turn);
  const cursors = new CursorRegistry();
  const sessions = new SessionRegistry();
  const activity = new Activity();
  const services = { store, cursors, sessions, activity, failPoints: new FailPoints() };
  const sweepers = [new TtlSweeper(store, ttlInterval), new IdleSweeper(sessions, cursors)];
  const reclaimer = new Reclaimer(store);
  const run = async (command: Document, peer: Peer) => {
    const answer = await runCommand({ ...services, peer, command });
    if (LEAVING_REMAINS.has(Object.keys(command)[0] ?? '')) reclaimer.wake();
    return answer;
  };
  const door = acceptClients(run, activity, messageTimeout);

  async function close(): Promise<void> {
    await door.close();
    cursors.close();
    for (const sweeper of sweepers) await sweeper.stop();
    await reclaimer.stop();
    await store.close();
  }

  try {
    const listening = await listen(door.server, port, socketPath);
    reclaimer.wake();
    return { ...listening, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen(server: net.Server, port: number, socketPath: string | undefined): Promise<{ url: string; port: number }> {
  // The data directory is ours: a socket left by a process that was killed can only be stale.
  if (socketPath) unlinkIfPresent(socketPath);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    const started = () => {
      server.off('error', reject);
      resolve();
    };
    if (socketPath) server.listen(socketPath, started);
    else server.listen(port, '127.0.0.1', started);
  });
  if (socketPath) return { url: `mongodb://${encodeURIComponent(socketPath)}`, port: 0 };
  const bound = (server.address() as net.AddressInfo).port;
  return { url: `mongodb://127.0.0.1:${bound}`, port: bound };
}

function unlinkIfPresent(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
