import { connect, createServer, type Socket } from 'node:net';
import { deserialize } from 'bson';

const HEADER_BYTES = 16;
/** Message flags (4 bytes) and the kind of the first section (1 byte) stand between the header and the command. */
const COMMAND_AT = HEADER_BYTES + 5;
const OP_MSG = 2013;
/** What drivers send on their own account. */
const HOUSEKEEPING = new Set(['hello', 'ismaster', 'isMaster', 'ping', 'endSessions', 'saslStart', 'saslContinue']);

export interface CountingProxy {
  uri: string;
  /** Names of the commands that passed since the last call: `find:threads`, `update:people`. */
  take: () => string[];
  close: () => Promise<void>;
}

const commandName = (message: Buffer): string | null => {
  if (message.readInt32LE(12) !== OP_MSG) return null;
  // A later section (the documents of an insert) is not part of the command's own document.
  const length = message.readInt32LE(COMMAND_AT);
  const [first] = Object.entries(deserialize(message.subarray(COMMAND_AT, COMMAND_AT + length)));
  return first && !HOUSEKEEPING.has(first[0]) ? `${first[0]}:${first[1]}` : null;
};

/** Splits a stream into wire messages and tells each. */
const messagesOf = (socket: Socket, tell: (message: Buffer) => void): void => {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= HEADER_BYTES && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      tell(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  });
};

/**
 * Stands between the application and its store and counts what is asked: the count is that of the wire, whatever the
 * application uses to speak.
 */
export const countingProxy = async (storeUri: string): Promise<CountingProxy> => {
  const { hostname, port, pathname } = new URL(storeUri.replace('mongodb:', 'http:'));
  let seen: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(Number(port), hostname);
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
    }
    messagesOf(incoming, (message) => {
      const name = commandName(message);
      if (name) seen.push(name);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as { port: number };
  return {
    uri: `mongodb://127.0.0.1:${address.port}${pathname}`,
    take: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};
