import net from 'node:net';
import { type Document, deserialize } from 'bson';
import { documentOf, rawElements } from '../../src/raw-document.ts';

const OP_MSG = 2013;
const HEADER = 16;

/** What a server answered: as it came, and decoded but for what it found, which may be more than a library takes. */
export interface WireAnswer {
  document: Document;
  bytes: Buffer;
}

const FOUND = ['cursor', 'value'];

/** Speaks OP_MSG with bytes of the caller's own making: what a driver would have read and written anew. */
export class WireClient {
  readonly #socket: net.Socket;
  #received = Buffer.alloc(0);
  #wake: () => void = () => undefined;
  #ended = false;

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#ended = true;
      this.#wake();
    });
  }

  static async connect(url: string): Promise<WireClient> {
    const { hostname, port } = new URL(url);
    const socket = net.connect(Number(port), hostname);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new WireClient(socket);
  }

  /** The answer to a command made of whole elements; nothing when the server closes the connection instead. */
  async command(...elements: Uint8Array[]): Promise<WireAnswer | undefined> {
    const body = documentOf(elements);
    const head = Buffer.alloc(HEADER + 5);
    head.writeInt32LE(head.length + body.length, 0);
    head.writeInt32LE(OP_MSG, 12);
    this.#socket.write(Buffer.concat([head, body]));
    const message = await this.#message();
    if (!message) return undefined;
    const bytes = message.subarray(HEADER + 5);
    const rest = rawElements(bytes).filter(({ name }) => !FOUND.includes(name));
    return { document: deserialize(documentOf(rest.map(({ from, to }) => bytes.subarray(from, to)))), bytes };
  }

  async #message(): Promise<Buffer | undefined> {
    const complete = () => this.#received.length >= 4 && this.#received.length >= this.#received.readInt32LE(0);
    while (!complete() && !this.#ended)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    if (!complete()) return undefined;
    const message = this.#received.subarray(0, this.#received.readInt32LE(0));
    this.#received = this.#received.subarray(message.length);
    return message;
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** The bytes of the value at a path. */
export function valueBytes(bytes: Uint8Array, ...path: string[]): Buffer | undefined {
  let value: Uint8Array | undefined = bytes;
  for (const name of path) value = value && elementValue(value, name);
  return value && Buffer.from(value);
}

function elementValue(bytes: Uint8Array, wanted: string): Uint8Array | undefined {
  const found = rawElements(bytes).find(({ name }) => name === wanted);
  return found && bytes.subarray(found.value, found.to);
}
