import type { Document } from 'bson';
import { asDocument, decode } from '../bson-codec.ts';
import { MongoError } from '../mongo-error.ts';
import { documentOf, encodedElement, rawElements } from '../raw-document.ts';
import { madeId } from '../storage/made-id.ts';
import { type CommandContext, type CommandTable, collectionName, obtainCollection, statements } from './command.ts';
import { runOrdered, writeAnswer } from './write-answer.ts';

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

export const insertCommands: CommandTable = {
  insert: { fields: ['documents', 'ordered', 'bypassDocumentValidation', 'maxTimeMS'], run: insert },
};

async function insert(context: CommandContext): Promise<Document> {
  const name = collectionName(context);
  const documents = statements(context.command, 'documents') as unknown as Uint8Array[];
  const { store, command } = context;
  const result = await store.write(() => {
    const collection = obtainCollection(context, name);
    return runOrdered(documents, command.ordered !== false, (given) => {
      const { bytes, document } = withId(given);
      if (command.bypassDocumentValidation !== true) collection.validator?.check(document);
      store.documents.insert(collection, bytes, document);
      return 1;
    });
  });
  return writeAnswer(result);
}

/** A document as it is stored: `_id` first, made when there is none, all other bytes as the client sent them. */
function withId(given: Uint8Array): { bytes: Buffer; document: Document } {
  if (given.length > MAX_DOCUMENT_BYTES)
    throw new MongoError(10334, `BSONObj size: ${given.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`);
  const document = decode(given);
  checkId(document._id);
  if (Object.keys(document)[0] === '_id') return { bytes: toBuffer(given), document };
  const elements = rawElements(given);
  const id = elements.find(({ name }) => name === '_id');
  const value = document._id ?? madeId();
  const first = id ? given.subarray(id.from, id.to) : (encodedElement('_id', value) as Buffer);
  const rest = elements.filter((element) => element !== id).map(({ from, to }) => given.subarray(from, to));
  return { bytes: documentOf([first, ...rest]), document: { ...document, _id: id ? document._id : value } };
}

/** @throws MongoError 53 for a value that cannot identify a document. */
export function checkId(id: unknown): void {
  if (Array.isArray(id)) throw new MongoError(53, "The '_id' value cannot be of type array");
  const type = (id as Document | null | undefined)?._bsontype;
  if (type === 'BSONRegExp') throw new MongoError(53, "The '_id' value cannot be of type regex");
  const field = Object.keys(asDocument(id) ?? {}).find((name) => name.startsWith('$'));
  if (field && type !== 'DBRef')
    throw new MongoError(52, `_id fields may not contain '$'-prefixed fields: ${field} is not valid for storage.`);
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
