import type { Collection, Db, Document } from 'mongodb';
import { type Digest, digestDocument, digestOf, emptyDigest, rawDocuments } from './digest.ts';
import { driverDocument } from './driver-value.ts';

/** A command stays well below what a server takes in one message. */
const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH_DOCUMENTS = 1000;

/** What `listCollections` says of a collection. */
export interface Listed {
  name: string;
  type?: string;
  options?: Document;
}

/**
 * Copies a collection with its options and documents, compares every document with what has arrived, and builds its
 * indexes: in the end, so that none of them lets a document expire before it has been compared.
 *
 * @returns how many documents it has
 * @throws Error when what has arrived is not what was sent
 */
export async function copyCollection(source: Db, target: Db, { name, type, options = {} }: Listed): Promise<number> {
  await target.createCollection(name, options);
  const [from, to] = [source.collection(name), target.collection(name)];
  const sent = await sendDocuments(from, to);
  // A time series is stored in buckets, which do not keep the order of fields.
  const arrived = type === 'timeseries' ? { ...sent, documents: await to.countDocuments() } : await digestOf(to);
  if (arrived.documents !== sent.documents) throw new Error(`${name}: ${sent.documents} documents sent, ${arrived.documents} arrived.`);
  if (arrived.sum !== sent.sum) throw new Error(`${name}: documents arrived changed; it may hold values of deprecated types.`);
  await copyIndexes(from, to);
  return sent.documents;
}

async function sendDocuments(from: Collection, to: Collection): Promise<Digest> {
  const digest = emptyDigest();
  let batch: Map<string, unknown>[] = [];
  let bytes = 0;
  const send = async () => {
    // What was stored before a rule of the collection is not held to it now. The server makes no `_id`: each has its own.
    if (batch.length > 0)
      await to.insertMany(batch as unknown as Document[], { bypassDocumentValidation: true, forceServerObjectId: true, ordered: true });
    batch = [];
    bytes = 0;
  };
  for await (const document of rawDocuments(from)) {
    if (bytes + document.length > BATCH_BYTES || batch.length === BATCH_DOCUMENTS) await send();
    digestDocument(digest, document);
    batch.push(driverDocument(document));
    bytes += document.length;
  }
  await send();
  return digest;
}

async function copyIndexes(from: Collection, to: Collection): Promise<void> {
  const wanted = await specsOf(from);
  const secondary = wanted.filter(({ name }) => name !== '_id_');
  const existing = new Set((await specsOf(to)).map(({ name }) => name));
  const missing = secondary.filter(({ name }) => !existing.has(name));
  if (missing.length > 0) await to.createIndexes(missing as never[]);
  const names = new Set((await specsOf(to)).map(({ name }) => name));
  const lost = secondary.find(({ name }) => !names.has(name));
  if (lost) throw new Error(`${to.collectionName}: the index ${lost.name} has not arrived.`);
}

/** The definitions of indexes, without what each server says of itself. */
async function specsOf(collection: Collection): Promise<Document[]> {
  const specs = await collection.listIndexes().toArray();
  return specs.map(({ v: _, ns: __, ...spec }) => spec);
}
