import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What is being answered has this long to end. */
const GRACE_MS = 5_000;

/**
 * Makes a server able to stop under the pages that are open. Node's own `close` waits for two kinds of connection that may
 * never end: one a browser opened in advance and asked nothing over, and one kept, over which a page asks again and again.
 * Upgraded connections belong to who upgraded them, and are waited for.
 * @returns how to stop: from then on nothing new is taken, each connection ends with its answer, and what has none after
 * `graceMs` is cut. Resolves once all have ended.
 */
export const stoppable = (http: Server, graceMs = GRACE_MS): (() => Promise<void>) => {
  const connections = new Set<Socket>();
  http.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      http.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
      // An answer begun before promised to keep its connection.
      const ended = setInterval(() => http.closeIdleConnections(), 50);
      const cut = setTimeout(() => http.closeAllConnections(), graceMs);
      http.close(() => {
        clearInterval(ended);
        clearTimeout(cut);
        resolve();
      });
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    });
};
