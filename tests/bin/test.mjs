// Everything that must hold before a change is taken: `npm test`. The programme itself is TypeScript, which Node 20 does not read.
import { existsSync } from 'node:fs';

if (!existsSync(new URL('../../node_modules/tsx', import.meta.url))) {
  console.error('The dependencies are missing: run `npm ci` first.');
  process.exit(1);
}
const { tsImport } = await import('tsx/esm/api');
const { runEverything } = await tsImport('./run-everything.ts', import.meta.url);
process.exitCode = (await runEverything()) ? 0 : 1;
