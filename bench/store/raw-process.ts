import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import type { RawRequest } from './processes.ts';
import { RawData } from './raw-data.ts';

// LMDB alone in a process of its own, as the store is: it measures the operations it is told to.
const [folder, sizeText] = process.argv.slice(2) as [string, string];
const filled = join(folder, 'filled');
mkdirSync(folder, { recursive: true });
const data = new RawData(join(folder, 'data'), Number(sizeText));
if (!existsSync(filled)) {
  await data.fill();
  writeFileSync(filled, '');
}

/** Answers what an operation costs when it runs for some seconds, or what it finds when asked for one number. */
async function answer({ name, seconds, n }: RawRequest): Promise<void> {
  const operation = OPERATIONS.find((one) => one.name === name);
  if (!operation) throw new Error(`no operation '${name}'`);
  process.send?.(
    n === undefined ? await measure(async (i) => operation.raw(data, i), operation.together, seconds) : operation.raw(data, n),
  );
}

process.on('message', (message) => void answer(message as RawRequest));
process.on('disconnect', () => void data.root.close().then(() => process.exit(0)));
process.send?.('ready');
