// Builds what is missing or stale, then starts the application; `--demo` on the demonstration territory, in a browser.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildClient, buildServer, ROOT } from './build.mjs';

const demo = process.argv.includes('--demo');
const env = { ...process.env, NODE_ENV: 'production' };
if (demo) {
  env.DEMO ??= '1';
  env.DATA_DIR ??= join(ROOT, 'data/demo');
  env.LOG_LEVEL ??= 'warn';
}

const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] };

/** Shows the territory where there is a screen to show it on; elsewhere the printed address is enough. */
const openBrowser = (url) => {
  if (!process.stdout.isTTY || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)) return;
  const [command, ...rest] = openers[process.platform] ?? openers.linux;
  spawn(command, [...rest, url], { stdio: 'ignore', detached: true })
    .on('error', () => console.log(`Ouvrez ${url} dans votre navigateur.`))
    .unref();
};

await Promise.all([buildServer(), buildClient()]);
if (demo) console.log('Chargement du territoire de démonstration…');
const server = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'server/dist/main.js')], {
  cwd: ROOT,
  env,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
server.on('message', (message) => {
  if (demo && message === 'ready') openBrowser(`http://localhost:${process.env.PORT || 3000}`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
