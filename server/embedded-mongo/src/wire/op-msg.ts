import type { Document } from 'bson';
import { decodeCommand } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { encodeWithRaw } from '../raw-document.ts';
import { crc32c } from './crc32c.ts';

export const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Flags beyond these 16 bits may be ignored; an unknown one among them means a protocol this server does not speak. */
const REQUIRED_FLAGS = 0xffff;
const HEADER = 16;

/** Commands whose documents are stored or applied as the client sent them. */
const RAW_FIELDS: Record<string, string> = { insert: 'documents' };

/** A well-formed message; the BSON in it may still be bad. */
export interface CommandMessage {
  /** Decodes the command, with its document sequences; what it throws is an answer to the client. */
  read(): Document;
  /** The client wants no answer. */
  moreToCome: boolean;
}

/**
 * Reads an OP_MSG.
 *
 * @throws Error when the message is not well formed; the connection cannot be trusted any more.
 */
export function parseOpMsg(message: Buffer): CommandMessage {
  const flags = message.readUInt32LE(HEADER);
  if (flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) throw new Error('unknown OP_MSG flags');
  const end = flags & CHECKSUM_PRESENT ? checkedEnd(message) : message.length;
  let at = HEADER + 4;
  let body: Buffer | undefined;
  const sequences: { name: string; documents: Buffer[] }[] = [];
  while (at < end) {
    const kind = message[at];
    const size = message.readInt32LE(at + 1);
    if (size < 5 || at + 1 + size > end) throw new Error('OP_MSG section out of bounds');
    const section = message.subarray(at + 1, at + 1 + size);
    if (kind === 0 && !body) body = section;
    else if (kind === 1) sequences.push(parseSequence(section));
    else throw new Error('unknown OP_MSG section');
    at += 1 + size;
  }
  if (!body) throw new Error('OP_MSG without body');
  const first = body;
  return { read: () => assemble(first, sequences), moreToCome: (flags & MORE_TO_COME) !== 0 };
}

/** Where the sections of a message with a checksum end. */
function checkedEnd(message: Buffer): number {
  const end = message.length - 4;
  if (message.readUInt32LE(end) !== crc32c(message.subarray(0, end))) throw new Error('OP_MSG checksum does not match contents');
  return end;
}

function parseSequence(section: Buffer): { name: string; documents: Buffer[] } {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new Error('OP_MSG document sequence without name');
  const documents: Buffer[] = [];
  let at = nameEnd + 1;
  while (at < section.length) {
    const size = section.readInt32LE(at);
    if (size < 5 || at + size > section.length) throw new Error('OP_MSG document out of bounds');
    documents.push(section.subarray(at, at + size));
    at += size;
  }
  return { name: section.toString('utf8', 4, nameEnd), documents };
}

/** A sequence stands for an array of the command; only `insert` keeps its documents as bytes. */
function assemble(body: Buffer, sequences: { name: string; documents: Buffer[] }[]): Document {
  const rawField = RAW_FIELDS[commandName(body)];
  const command = decodeCommand(body, rawField);
  for (const { name, documents } of sequences) {
    if (name in command) throw new MongoError(40414, `Field '${name}' is given twice`);
    command[name] = name === rawField ? documents : documents.map((bytes) => decodeCommand(bytes, undefined));
  }
  return command;
}

/** The first field's name is the command. */
function commandName(body: Buffer): string {
  const end = body.indexOf(0, 5);
  return end < 0 ? '' : body.toString('utf8', 5, end);
}

/** Encodes the answer to a message. */
export function encodeOpMsg(answer: Document, responseTo: number, requestId: number): Buffer {
  const body = encodeWithRaw(answer);
  const message = Buffer.allocUnsafe(HEADER + 5 + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(requestId, 4);
  message.writeInt32LE(responseTo, 8);
  message.writeInt32LE(OP_MSG, 12);
  message.writeUInt32LE(0, HEADER);
  message[HEADER + 4] = 0;
  body.copyTo(message, HEADER + 5);
  return message;
}
