// Starts the embedded store alone: npm run store -- --port N --data DIR
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildStore, ROOT } from './build.mjs';

await buildStore();
const store = spawn(process.execPath, [join(ROOT, 'server/dist/embedded-mongo.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => store.kill(signal));
store.on('exit', (code) => process.exit(code ?? 1));
