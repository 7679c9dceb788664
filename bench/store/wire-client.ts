import { connect, type Socket } from 'node:net';
import { type Document, serialize } from 'bson';

const HEADER = 16;
const OP_MSG = 2013;

/** The least a client can do: it writes a command and waits for as many bytes as the answer announces. */
export class WireClient {
  readonly #socket: Socket;
  #missing = 0;
  #answered: () => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.#missing = (this.#missing === 0 ? chunk.readInt32LE(0) : this.#missing) - chunk.length;
      if (this.#missing === 0) this.#answered();
    });
  }

  /** @param url as the store prints it, of a port or of a socket */
  static async connect(url: string): Promise<WireClient> {
    const { hostname, port } = new URL(url);
    const path = decodeURIComponent(hostname);
    const socket = path.startsWith('/') ? connect(path) : connect(Number(port), hostname);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new WireClient(socket);
  }

  ask(command: Document): Promise<void> {
    const body = serialize({ ...command, $db: 'bench' });
    const message = Buffer.allocUnsafe(HEADER + 5 + body.length);
    message.writeInt32LE(message.length, 0);
    message.writeInt32LE(1, 4);
    message.writeInt32LE(0, 8);
    message.writeInt32LE(OP_MSG, 12);
    message.writeInt32LE(0, HEADER);
    message[HEADER + 4] = 0;
    message.set(body, HEADER + 5);
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#socket.write(message);
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
