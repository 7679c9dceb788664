import net from 'node:net';
import type { Document } from 'bson';
import { type Activity, MOST_CONNECTIONS } from '../commands/activity.ts';
import type { Peer } from '../commands/peer.ts';
import { serveConnection } from './connection.ts';
import { ReceiveBudget } from './receive-budget.ts';

export interface ClientDoor {
  server: net.Server;
  /** Lets nobody in any more and ends the connections there are. */
  close(): Promise<void>;
}

/**
 * A socket server whose every connection is served.
 *
 * @param messageTimeout milliseconds a message may take to arrive whole
 */
export function acceptClients(
  run: (command: Document, peer: Peer) => Promise<Document>,
  activity: Activity,
  messageTimeout: number,
): ClientDoor {
  const sockets = new Set<net.Socket>();
  const limits = { budget: new ReceiveBudget(), messageTimeout };
  const server = net.createServer((socket) => {
    sockets.add(socket);
    const peer: Peer = { id: activity.connected() };
    socket.on('close', () => {
      sockets.delete(socket);
      activity.disconnected();
    });
    serveConnection(socket, (command) => run(command, peer), limits);
  });
  server.maxConnections = MOST_CONNECTIONS;
  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  }
  return { server, close };
}
