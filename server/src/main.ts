import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createApp } from './app.ts';
import { demoNotice } from './demo/demo-notice.ts';
import { readEnv } from './env.ts';
import { setUpLogger } from './platform/logger.ts';
import { startMetrics } from './platform/metrics.ts';
import { setupNotice } from './setup/setup-notice.ts';

const CLIENT_FOLDER = fileURLToPath(new URL('../../client/dist', import.meta.url));

// V8 would make what a request is made of old from birth, once some of its kind have lived long; dead, it keeps all it points to until
// the whole heap is collected.
setFlagsFromString('--no-allocation-site-pretenuring');
// On a machine with memory to spare V8 lets the heap grow to four times what lives in it before it collects it: half as much again will do.
setFlagsFromString('--heap-growing-percent=50');

/** Said once it is asked to stop. */
const stopping = new AbortController();

const start = async (): Promise<void> => {
  const env = readEnv();
  const logger = setUpLogger(env.LOG_LEVEL);
  startMetrics();
  const app = await createApp(env, CLIENT_FOLDER);
  const stop = (signal: string): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    logger.info({ signal }, 'stopping');
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopped badly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  await new Promise<void>((resolve, reject) => {
    app.http.once('error', reject).listen(env.PORT, env.HOST, resolve);
  });
  await app.prepare();
  const { port } = app.http.address() as { port: number };
  process.stdout.write(`Beffroi est prêt : http://localhost:${port}\n`);
  if (env.DEMO) process.stdout.write(demoNotice(env));
  const code = await app.setupCode();
  if (code) process.stdout.write(setupNotice(env.PUBLIC_URL, code));
  process.send?.('ready');
};

start().catch((error: unknown) => {
  // Asked to stop while it was starting, it fails on what is closed under it: the stop goes to its end.
  if (stopping.signal.aborted) return;
  process.stderr.write(`Beffroi ne démarre pas : ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
