import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import type { Env } from '../env.ts';
import { dataFolder } from './data-folder.ts';
import { forgetEverything } from './forget-at-close.ts';
import { backgroundDone, logger } from './logger.ts';
import { socketFolder } from './socket-folder.ts';

const BUILT_STORE = fileURLToPath(new URL('./embedded-mongo.js', import.meta.url));
const STORE_SOURCE = fileURLToPath(new URL('../../embedded-mongo/src/main.ts', import.meta.url));
const READY_WITHIN_MS = 15_000;

interface Store {
  uri: string;
  stop: () => Promise<void>;
}

/** From a build, the bundle beside this file; from the sources (development, tests), those, through tsx. */
const storeArguments = (): string[] => (existsSync(BUILT_STORE) ? [BUILT_STORE] : ['--import', 'tsx', STORE_SOURCE]);

const untilReady = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let seen = '';
    const late = setTimeout(() => reject(new Error('Le magasin de données ne répond pas.')), READY_WITHIN_MS);
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const uri = /READY (mongodb:\/\/\S+)/.exec(seen)?.[1];
      if (!uri) return;
      clearTimeout(late);
      resolve(uri);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`Le magasin de données s’est arrêté (code ${code}).`));
    });
  });

/** Without its data the application is of no use: it ends, and whoever watches over it starts both again. */
const diesWithout = (child: ChildProcess): (() => void) => {
  const die = (code: number | null): void => {
    logger.fatal({ code }, 'the data store ended');
    process.exit(1);
  };
  child.once('exit', die);
  return () => child.off('exit', die);
};

const stopper = (child: ChildProcess, expectEnd: () => void, letGo: () => void) => () =>
  new Promise<void>((resolve) => {
    expectEnd();
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    letGo();
  });

/**
 * The store asks for no password: it listens where no other account of this machine may connect, a socket in a folder of ours alone;
 * on a port of the loopback where there are no such sockets.
 */
const startEmbedded = async (dataDir: string): Promise<Store> => {
  const folder = socketFolder(dataDir);
  const door = process.platform === 'win32' ? ['--port', '0'] : ['--socket', join(folder, 'store.sock')];
  const child = spawn(process.execPath, [...storeArguments(), ...door, '--data', join(dataDir, 'store'), '--with-parent'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  // Also when it does not start, or this process ends first: the store ends with it.
  child.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const uri = await untilReady(child);
  return { uri, stop: stopper(child, diesWithout(child), () => child.disconnect()) };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const startMongod = async (dataDir: string): Promise<Store> => {
  const dbpath = join(dataDir, 'mongod');
  mkdirSync(dbpath, { recursive: true });
  const port = await freePort();
  const child = spawn('mongod', ['--dbpath', dbpath, '--port', String(port), '--bind_ip', '127.0.0.1', '--quiet'], { stdio: 'ignore' });
  child.once('error', (error) => logger.error({ err: error }, 'mongod failed'));
  return { uri: `mongodb://127.0.0.1:${port}`, stop: stopper(child, diesWithout(child), () => child.kill('SIGTERM')) };
};

const hasMongod = (): boolean => spawnSync('mongod', ['--version'], { stdio: 'ignore' }).status === 0;

const findStore = async (env: Env): Promise<Store> => {
  if (env.MONGODB_URI) return { uri: env.MONGODB_URI, stop: async () => {} };
  const folder = dataFolder(env);
  return hasMongod() ? startMongod(folder) : startEmbedded(folder);
};

/**
 * Connects mongoose to `MONGODB_URI`, else to a `mongod` found on the PATH, else to the embedded store, started on `DATA_DIR`.
 * @returns how to disconnect, stop what was started and forget what was read
 * @throws Error when no store answers
 */
export const connectMongo = async (env: Env): Promise<() => Promise<void>> => {
  const store = await findStore(env);
  mongoose.set('strictQuery', 'throw');
  // A database named in the address wins; a bare address gets the product's own.
  const named = /^mongodb(?:\+srv)?:\/\/[^/]+\/[^?]+/.test(store.uri);
  await mongoose.connect(store.uri, { ...(!named && { dbName: 'beffroi' }), autoIndex: false, serverSelectionTimeoutMS: READY_WITHIN_MS });
  return async () => {
    // What was begun on this store must not reach the next one this process may work on.
    await backgroundDone();
    await mongoose.disconnect();
    await store.stop();
    forgetEverything();
  };
};

/** Builds the indexes every model declares; quick when they are there. */
export const buildIndexes = async (): Promise<void> => {
  for (const name of mongoose.modelNames()) await mongoose.model(name).createIndexes();
};

/** Whether the database answers, within a second. */
export const databaseAnswers = async (): Promise<boolean> => {
  const ping = mongoose.connection.db?.command({ ping: 1 }, { timeoutMS: 1_000 });
  return Boolean(await ping?.catch(() => null));
};
