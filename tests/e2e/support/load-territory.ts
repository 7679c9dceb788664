import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuiltServer } from './built-server.ts';

/** Loads the demonstration territory once; each worker works on a copy of its own. */
export default async (): Promise<() => void> => {
  const folder = mkdtempSync(join(tmpdir(), 'beffroi-territory-'));
  const server = await startBuiltServer(folder);
  await server.stop();
  process.env.BEFFROI_TERRITORY = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
