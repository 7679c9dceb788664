// Development: the server restarts when its sources change, Vite reloads the client and passes /api and /socket.io on.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { ROOT } from './build.mjs';

const port = Number(process.env.PORT || 3000);
const apiPort = port + 1;
const env = {
  DEMO: '1',
  LOG_LEVEL: 'info',
  DATA_DIR: join(ROOT, 'data/dev'),
  ...process.env,
  PORT: String(apiPort),
  PUBLIC_URL: `http://localhost:${port}`,
};
const server = spawn(
  process.execPath,
  [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', join(ROOT, 'server/src/main.ts')],
  {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  },
);
process.env.API_URL = `http://localhost:${apiPort}`;
const vite = await createServer({ root: join(ROOT, 'client'), server: { port } });
await vite.listen();
vite.printUrls();
const stop = () => {
  server.kill('SIGTERM');
  void vite.close();
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
server.on('exit', (code) => process.exit(code ?? 0));
