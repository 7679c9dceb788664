import { parseArgs } from 'node:util';
import { startStore } from './server.ts';

const USAGE = 'usage: embedded-mongo --data DIR [--port N | --socket PATH] [--with-parent]';

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readArguments() {
  const options = {
    data: { type: 'string' },
    port: { type: 'string' },
    socket: { type: 'string' },
    'with-parent': { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ options });
    if (!values.data) return fail(USAGE);
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return fail(`--port must be a port number\n${USAGE}`);
    return { dataDir: values.data, port, socketPath: values.socket, withParent: values['with-parent'] === true };
  } catch (error) {
    return fail(`${(error as Error).message}\n${USAGE}`);
  }
}

const { dataDir, port, socketPath, withParent } = readArguments();

try {
  const store = await startStore({ dataDir, port, ...(socketPath ? { socketPath } : {}) });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await store.close();
    process.exit(0);
  };
  const onSignal = () => {
    // A terminal and a service manager tell all processes at once to stop: the parent has yet to write what it holds, then it lets go.
    if (!withParent || !process.connected) void stop();
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  // A store nobody can speak to any more would keep the data directory from the next one.
  if (withParent) process.on('disconnect', () => void stop());
  process.stdout.write(`READY ${store.url}\n`);
} catch (error) {
  fail((error as Error).message);
}
