import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Document } from 'bson';
import { documentOf, elementOf, encodedElement } from '../../src/raw-document.ts';
import type { SuiteReport } from './report.ts';
import { Mismatch } from './test-format.ts';
import { valueBytes, type WireAnswer, WireClient } from './wire-client.ts';

const EMBEDDED = 3;
const ARRAY = 4;
const COLLECTION = 'corpus';
const DATABASE = element('$db', 'bson-corpus');

function element(name: string, value: unknown): Buffer {
  return encodedElement(name, value) as Buffer;
}

function embedded(name: string, bytes: Uint8Array): Buffer {
  return elementOf(EMBEDDED, name, bytes);
}

/** How a document is read back; each gives the bytes of what it found. */
type Reader = (client: WireClient) => Promise<Buffer | undefined>;

const byId = { filter: { _id: 1 } };

const READERS: Record<string, Reader> = {
  find: (client) => first(client, 'firstBatch', element('find', COLLECTION), element('filter', byId.filter)),
  'find with an index': (client) => first(client, 'firstBatch', element('find', COLLECTION), element('hint', 'value')),
  'aggregate $match': (client) => pipeline(client, [{ $match: byId.filter }]),
  'aggregate $match and $set': (client) => pipeline(client, [{ $match: byId.filter }, { $set: { added: 1 } }, { $unset: 'added' }]),
  findAndModify: async (client) => {
    const update = element('update', { $set: { added: 1 } });
    const answer = await ask(client, element('findAndModify', COLLECTION), element('query', byId.filter), update);
    return valueBytes(answer.bytes, 'value');
  },
  'find after an update': async (client) => {
    await ask(client, element('update', COLLECTION), element('updates', [{ q: byId.filter, u: { $unset: { added: '' } } }]));
    return await first(client, 'firstBatch', element('find', COLLECTION), element('filter', byId.filter));
  },
};

function pipeline(client: WireClient, stages: Document[]): Promise<Buffer | undefined> {
  return first(client, 'firstBatch', element('aggregate', COLLECTION), element('pipeline', stages), element('cursor', {}));
}

async function first(client: WireClient, batch: string, ...command: Buffer[]): Promise<Buffer | undefined> {
  const { bytes } = await ask(client, ...command);
  return valueBytes(bytes, 'cursor', batch, '0');
}

/** @throws Mismatch when the command fails */
async function ask(client: WireClient, ...command: Buffer[]): Promise<WireAnswer> {
  const answer = await client.command(...command, DATABASE);
  if (answer?.document.ok !== 1 || answer.document.writeErrors)
    throw new Mismatch(answer ? JSON.stringify(answer.document) : 'connection closed');
  return answer;
}

async function insert(client: WireClient, document: Uint8Array): Promise<void> {
  const documents = elementOf(ARRAY, 'documents', documentOf([embedded('0', document)]));
  await ask(client, element('insert', COLLECTION), documents);
}

/** Stores every document of the corpus and reads it back by several ways: not one byte may differ. */
export async function runCorpus(files: string[], url: string, report: SuiteReport): Promise<void> {
  for (const file of files) {
    const { test_key: key, valid = [], decodeErrors = [] } = JSON.parse(readFileSync(file, 'utf8'));
    const name = path.basename(file, '.json');
    for (const { description, canonical_bson, degenerate_bson } of valid) {
      await runValid(url, `${name}: ${description}`, Buffer.from(canonical_bson, 'hex'), key, report);
      if (degenerate_bson) await runValid(url, `${name}: ${description}, degenerate`, Buffer.from(degenerate_bson, 'hex'), key, report);
    }
    for (const { description, bson } of decodeErrors) await runInvalid(url, `${name}: ${description}`, Buffer.from(bson, 'hex'), report);
  }
}

async function runValid(url: string, name: string, bytes: Buffer, key: string | undefined, report: SuiteReport): Promise<void> {
  const client = await WireClient.connect(url);
  const stored = documentOf([element('_id', 1), embedded('value', bytes)]);
  try {
    await ask(client, element('drop', COLLECTION));
    const index = { key: { [key ? `value.${key}` : 'value']: 1 }, name: 'value' };
    await ask(client, element('createIndexes', COLLECTION), element('indexes', [index]));
    await insert(client, stored);
    for (const [way, read] of Object.entries(READERS)) {
      const found = await read(client).catch((error: Error) => error);
      if (Buffer.isBuffer(found) && found.equals(stored)) report.passed();
      else
        report.failed(
          `${name} by ${way}`,
          found instanceof Error ? found.message : `${found?.toString('hex')} for ${stored.toString('hex')}`,
        );
    }
  } catch (error) {
    report.failed(name, (error as Error).message);
  } finally {
    client.close();
  }
}

/** What is no BSON may be refused, or kept as it is where MongoDB too looks no closer; it may not harm the server. */
async function runInvalid(url: string, name: string, bytes: Buffer, report: SuiteReport): Promise<void> {
  const client = await WireClient.connect(url);
  try {
    await ask(client, element('drop', COLLECTION));
    const stored = documentOf([element('_id', 1), embedded('value', bytes)]);
    const refused = await insert(client, stored).catch((error: Error) => error);
    client.close();
    const other = await WireClient.connect(url);
    const found = await first(other, 'firstBatch', element('find', COLLECTION));
    other.close();
    const harmless = refused ? found === undefined : found?.equals(stored);
    if (harmless) report.passed();
    else report.failed(`${name}, invalid`, refused ? 'refused and stored' : 'stored and changed');
  } catch (error) {
    report.failed(`${name}, invalid`, (error as Error).message);
  } finally {
    client.close();
  }
}
