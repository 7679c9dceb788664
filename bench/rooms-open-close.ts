import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { Doc } from 'yjs';

const COMMAND = fileURLToPath(new URL('../server/src/collab/collab-command.ts', import.meta.url));
const AT_ONCE = 250;
const ROUNDS = Number(process.argv[2] ?? 60);
/** Over how long the rounds are spread; each follows the last at once unless it is said. */
const MINUTES = Number(process.argv[3] ?? 0);
/** They come again: some are found on disk, their logs grow and are made snapshots of. */
const DOCUMENTS = 2_000;
/** A room stays this long in memory once everybody has left it, and is then put away. */
const AWAY_MS = 4_000;
const TELL_MEMORY = 'process.on("message",()=>{gc();gc();process.send(process.memoryUsage())})';

const start = async (folder: string): Promise<{ child: ChildProcess; base: string }> => {
  const flags = ['--expose-gc', '--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`];
  const child = spawn(process.execPath, [...flags, COMMAND, '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const base = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the room server did not start')));
    child.stdout?.on('data', (said: Buffer) => {
      const [, address] = /READY (\S+)/.exec(String(said)) ?? [];
      if (address) resolve(address);
    });
  });
  return { child, base };
};

/** Somebody opens a document, writes a sentence and leaves. */
const visit = async (base: string, documentId: string): Promise<void> => {
  const doc = new Doc();
  const provider = new WebsocketProvider(base, documentId, doc, { WebSocketPolyfill: WebSocket as never, disableBc: true });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  doc.getText('body').insert(0, 'Le titulaire exécute les prestations dans les délais du bon de commande. ');
  await rest(200);
  provider.destroy();
  doc.destroy();
};

const memoryOf = (child: ChildProcess): Promise<NodeJS.MemoryUsage> =>
  new Promise((resolve) => {
    child.once('message', (usage) => resolve(usage as NodeJS.MemoryUsage));
    child.send('memory');
  });

const MIB = 1024 * 1024;
/** By how much the later half of the figures is above the half before it. */
const growth = (figures: readonly number[]): number => {
  const mean = (part: readonly number[]) => part.reduce((sum, each) => sum + each, 0) / part.length;
  const half = Math.ceil(figures.length / 2);
  return mean(figures.slice(half)) - mean(figures.slice(0, half));
};

/** Opens and closes rooms by the thousand, and says what the room server's process keeps once each round of them is put away. */
const measure = async (): Promise<void> => {
  // Each provider listens to the end of this process.
  process.setMaxListeners(0);
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  const { child, base } = await start(folder);
  const heaps: number[] = [];
  const started = performance.now();
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const first = round * AT_ONCE;
      await rest(Math.max(0, started + ((round - 1) / ROUNDS) * MINUTES * 60_000 - performance.now()));
      await Promise.all(Array.from({ length: AT_ONCE }, (_each, index) => visit(base, `room-${(first + index) % DOCUMENTS}`)));
      if (round % 5 > 0) continue;
      await rest(AWAY_MS);
      const { heapUsed, external, rss } = await memoryOf(child);
      // The first figures hold what is loaded once.
      if (round > ROUNDS / 4) heaps.push(heapUsed / MIB);
      const told = [heapUsed, external, rss].map((bytes) => (bytes / MIB).toFixed(1));
      process.stdout.write(`${round * AT_ONCE} openings: heap ${told[0]}, outside it ${told[1]}, resident ${told[2]} MiB\n`);
    }
    process.stdout.write(`heap, later half above the half before: ${growth(heaps).toFixed(2)} MiB\n`);
  } finally {
    child.removeAllListeners('exit');
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
};

await measure();
