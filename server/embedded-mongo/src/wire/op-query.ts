import type { Document } from 'bson';
import { decodeCommand, encode } from '../bson-codec.ts';

export const OP_QUERY = 2004;
const OP_REPLY = 1;
const HEADER = 16;

/**
 * Reads the command in an OP_QUERY, by which drivers introduce themselves before they know that OP_MSG is understood.
 *
 * @throws Error when the message is not well formed or queries a collection: that protocol is gone from MongoDB too.
 */
export function parseOpQuery(message: Buffer): Document {
  const nameEnd = message.indexOf(0, HEADER + 4);
  const namespace = message.toString('utf8', HEADER + 4, nameEnd);
  if (nameEnd < 0 || !namespace.endsWith('.$cmd')) throw new Error('OP_QUERY is only understood for commands');
  const at = nameEnd + 1 + 8;
  const size = message.readInt32LE(at);
  if (size < 5 || at + size > message.length) throw new Error('OP_QUERY document out of bounds');
  return { ...decodeCommand(message.subarray(at, at + size), undefined), $db: namespace.slice(0, -'.$cmd'.length) };
}

/** Encodes the answer to an OP_QUERY. */
export function encodeOpReply(answer: Document, responseTo: number, requestId: number): Buffer {
  const body = encode(answer);
  const message = Buffer.alloc(HEADER + 20 + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(requestId, 4);
  message.writeInt32LE(responseTo, 8);
  message.writeInt32LE(OP_REPLY, 12);
  // "Await capable", as every server since 1.6.
  message.writeInt32LE(8, HEADER);
  message.writeInt32LE(1, HEADER + 16);
  body.copy(message, HEADER + 20);
  return message;
}
