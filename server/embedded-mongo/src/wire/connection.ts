import type { Socket } from 'node:net';
import type { Document } from 'bson';
import { errorAnswer, toMongoError } from '../mongo-error.ts';
import { MessageReader } from './message-reader.ts';
import { type CommandMessage, encodeOpMsg, OP_MSG, parseOpMsg } from './op-msg.ts';
import { encodeOpReply, OP_QUERY, parseOpQuery } from './op-query.ts';

/** Runs a command and gives its answer; what it throws closes the connection. */
export type CommandRunner = (command: Document) => Promise<Document>;

/**
 * Serves one client. Messages are answered in the order they came; a message that cannot be understood closes this
 * connection and no other.
 */
export function serveConnection(socket: Socket, run: CommandRunner): void {
  const reader = new MessageReader();
  const waiting: Buffer[] = [];
  let busy = false;
  let requestId = 0;

  socket.setNoDelay(true);
  socket.setKeepAlive(true, 60_000);
  // A client that goes away mid-message is its own affair.
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    try {
      waiting.push(...reader.push(chunk));
    } catch {
      socket.destroy();
      return;
    }
    if (!busy) void drain();
  });

  async function drain(): Promise<void> {
    busy = true;
    try {
      for (let message = waiting.shift(); message && !socket.destroyed; message = waiting.shift()) {
        const answer = await answerTo(message);
        if (answer && !socket.destroyed) socket.write(answer);
      }
    } catch {
      socket.destroy();
    } finally {
      busy = false;
    }
  }

  async function answerTo(message: Buffer): Promise<Buffer | undefined> {
    const id = message.readInt32LE(4);
    const opCode = message.readInt32LE(12);
    if (opCode === OP_QUERY) return encodeOpReply(await run(parseOpQuery(message)), id, ++requestId);
    if (opCode !== OP_MSG) throw new Error(`unknown operation ${opCode}`);
    const parsed = parse(message);
    if ('error' in parsed) return encodeOpMsg(errorAnswer(parsed.error), id, ++requestId);
    const answer = await run(parsed.command);
    return parsed.moreToCome ? undefined : encodeOpMsg(answer, id, ++requestId);
  }
}

/** Bad BSON in a well-formed message is answered; a malformed message is not. */
function parse(message: Buffer): CommandMessage | { error: unknown } {
  try {
    return parseOpMsg(message);
  } catch (error) {
    if (toMongoError(error).code === 1) throw error;
    return { error };
  }
}
