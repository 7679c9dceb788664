import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { held } from './collab-metrics.ts';
import { frame } from './frame.ts';
import { MIB } from './limits.ts';

/** A socket that has not read as much is sent nothing more until it has. */
const LAG_BYTES = MIB;

interface Reader {
  /** Notes where she is, for when she reads again. @returns how to bring her up to date */
  fellBehind: () => () => void;
}

/** Writes to a socket what is framed, as long as it reads. */
export class SocketWriter {
  readonly #ws: WebSocket;
  readonly #socket: Socket;
  readonly #reader: Reader;
  #lags = false;

  constructor(ws: WebSocket, socket: Socket, reader: Reader) {
    this.#ws = ws;
    this.#socket = socket;
    this.#reader = reader;
  }

  /** Sends one message to this socket alone; `then` is called once it has left this process. */
  send(message: Uint8Array, then?: () => void): void {
    this.write(frame(message), then);
  }

  /** The socket itself is written to: nothing is compressed, so that what ws has sent is in it already. */
  write(frames: Uint8Array, then?: () => void): void {
    if (this.#ws.readyState !== WebSocket.OPEN) return;
    held.sentBytes += frames.length;
    this.#socket.write(frames, then);
  }

  /** Writes what others are sent too; a reader who lags is spared it and gets all of it at once when she has read the rest. */
  writeShared(frames: Uint8Array): void {
    if (this.#lags) return;
    this.write(frames);
    if (this.#socket.writableLength < LAG_BYTES) return;
    this.#setLagging(true);
    const bringUpToDate = this.#reader.fellBehind();
    this.#socket.once('drain', () => {
      this.#setLagging(false);
      bringUpToDate();
    });
  }

  #setLagging(lags: boolean): void {
    if (this.#lags !== lags) held.lagging += lags ? 1 : -1;
    this.#lags = lags;
  }

  /** The socket is gone. */
  end(): void {
    this.#setLagging(false);
  }
}
