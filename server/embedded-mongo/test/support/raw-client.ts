import net from 'node:net';
import { type Document, deserialize, serialize } from 'bson';
import { expect, onTestFinished } from 'vitest';
import { crc32c } from '../../src/wire/crc32c.ts';
import { MessageReader } from '../../src/wire/message-reader.ts';

export const OP_QUERY = 2004;
export const OP_MSG = 2013;

/** A client that can speak badly. */
export class RawClient {
  readonly socket: net.Socket;
  readonly #closed: Promise<void>;
  readonly #received: Buffer[] = [];

  constructor(port: number) {
    this.socket = net.connect(port, '127.0.0.1');
    const reader = new MessageReader();
    this.socket.on('data', (chunk) => this.#received.push(...reader.push(chunk)));
    this.socket.on('error', () => this.socket.destroy());
    this.#closed = new Promise((resolve) => this.socket.on('close', () => resolve()));
    onTestFinished(() => void this.socket.destroy());
  }

  send(opCode: number, body: Buffer, length = body.length + 16): void {
    this.socket.write(Buffer.concat([header(opCode, length), body]));
  }

  closed(): Promise<void> {
    return this.#closed;
  }

  /** The next answer: its operation, what it answers, and its document. */
  async answer(): Promise<{ opCode: number; responseTo: number; document: Document }> {
    await expect.poll(() => this.#received.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(0);
    const message = this.#received.shift() as Buffer;
    const opCode = message.readInt32LE(12);
    return {
      opCode,
      responseTo: message.readInt32LE(8),
      document: deserialize(message.subarray(opCode === OP_MSG ? 21 : 36), { useBigInt64: true }),
    };
  }
}

/** The content of an OP_MSG: flags, a command, more sections. */
export function body(command: Document, flags = 0, ...sections: Buffer[]): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32LE(flags, 0);
  return Buffer.concat([head, serialize(command), ...sections]);
}

/** The same with the checksum its flags announce; the header it covers is that of `RawClient.send`. */
export function checked(content: Buffer): Buffer {
  const covered = Buffer.concat([header(OP_MSG, content.length + 20), content]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32c(covered), 0);
  return Buffer.concat([content, checksum]);
}

/** The content of an OP_QUERY. */
export function query(namespace: string, document: Document): Buffer {
  return Buffer.concat([Buffer.alloc(4), Buffer.from(`${namespace}\0`), Buffer.alloc(8), serialize(document)]);
}

function header(opCode: number, length: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(77, 4);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
}

/** A section of documents, as drivers send those of a bulk write. */
export function sequence(name: string, documents: (Document | Buffer)[]): Buffer {
  const encoded = documents.map((document) => (Buffer.isBuffer(document) ? document : serialize(document)));
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...encoded]);
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeInt32LE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}
