import { mkdirSync, rmdirSync, writeSync } from 'node:fs';
import path from 'node:path';
import { lockDataDirectory } from '../../src/storage/data-lock.ts';

/**
 * A process that takes a data directory again and again, and dies holding it: `race-for-lock.ts DIR TIMES`. It prints
 * `taken` for each time it had the directory alone, `shared` when another had it as well.
 */
const [dataDir, times] = process.argv.slice(2) as [string, string];
const occupied = path.join(dataDir, 'occupied');

/** Only one process can have made this directory. */
function occupy(): string {
  try {
    mkdirSync(occupied);
    rmdirSync(occupied);
    return 'taken\n';
  } catch {
    return 'shared\n';
  }
}

for (let taken = 0; taken < Number(times); ) {
  try {
    const lock = lockDataDirectory(dataDir);
    writeSync(1, occupy());
    if (++taken < Number(times)) lock.release();
  } catch (error) {
    if (!/in use by process/.test((error as Error).message)) throw error;
  }
}
process.kill(process.pid, 'SIGKILL');
