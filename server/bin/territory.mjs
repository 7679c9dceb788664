// Creates the territory of this instance: npm run territory -- --epci metz --admin-email ADDRESS
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildServer, ROOT } from './build.mjs';

await buildServer();
const command = spawn(
  process.execPath,
  ['--enable-source-maps', join(ROOT, 'server/dist/territory-command.js'), ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => command.kill(signal));
command.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
