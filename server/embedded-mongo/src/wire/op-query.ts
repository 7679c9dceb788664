import type { Document } from 'bson';
import { decodeCommand, encode } from '../bson-codec.ts';
import { errorAnswer, MongoError } from '../mongo-error.ts';
import type { CommandRunner } from './command-runner.ts';

export const OP_QUERY = 2004;
const OP_REPLY = 1;
const HEADER = 16;
/** "Await capable", as every server since 1.6. */
const AWAIT_CAPABLE = 8;
const QUERY_FAILURE = 2;
/** What a driver may still say this way: that it is there, before it knows that OP_MSG is understood. */
const GREETINGS = ['hello', 'isMaster', 'ismaster'];

/**
 * Answers an OP_QUERY: a greeting, or anything else by the error MongoDB has for clients from before OP_MSG.
 *
 * @throws Error when the message is not well formed
 */
export async function answerOpQuery(message: Buffer, run: CommandRunner, responseTo: number, requestId: number): Promise<Buffer> {
  const { namespace, document } = parseOpQuery(message);
  const reply = { responseTo, requestId };
  if (!namespace.endsWith('.$cmd')) return encodeOpReply(refusedQuery(), { ...reply, flags: QUERY_FAILURE });
  const name = Object.keys(document)[0] ?? '';
  const answer = GREETINGS.includes(name)
    ? await run({ ...document, $db: namespace.slice(0, -'.$cmd'.length) })
    : errorAnswer(new MongoError(352, `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade.`));
  return encodeOpReply(answer, { ...reply, flags: AWAIT_CAPABLE });
}

function refusedQuery(): Document {
  const message = 'OP_QUERY is no longer supported. The client driver may require an upgrade.';
  return { $err: message, code: 5739101, ok: 0 };
}

function parseOpQuery(message: Buffer): { namespace: string; document: Document } {
  const nameEnd = message.indexOf(0, HEADER + 4);
  if (nameEnd < 0) throw new Error('OP_QUERY without namespace');
  const at = nameEnd + 1 + 8;
  const size = message.readInt32LE(at);
  if (size < 5 || at + size > message.length) throw new Error('OP_QUERY document out of bounds');
  return {
    namespace: message.toString('utf8', HEADER + 4, nameEnd),
    document: decodeCommand(message.subarray(at, at + size), undefined),
  };
}

/** Encodes the answer to an OP_QUERY. */
function encodeOpReply(answer: Document, header: { responseTo: number; requestId: number; flags: number }): Buffer {
  const body = encode(answer);
  const message = Buffer.alloc(HEADER + 20 + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(header.requestId, 4);
  message.writeInt32LE(header.responseTo, 8);
  message.writeInt32LE(OP_REPLY, 12);
  message.writeInt32LE(header.flags, HEADER);
  message.writeInt32LE(1, HEADER + 16);
  body.copy(message, HEADER + 20);
  return message;
}
