import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { documentRange } from '../storage/capped.ts';
import { Catalog } from '../storage/catalog.ts';
import { openMaps } from '../storage/environment.ts';

/** The file LMDB keeps everything in. */
export const DATA_FILE = 'data.mdb';

export interface Contents {
  collections: number;
  documents: number;
}

/**
 * What the data file of a directory holds, beside a server that may have it open.
 *
 * @throws Error when there is none, or when it has not all the documents it counts
 */
export async function contentsOf(directory: string): Promise<Contents> {
  const file = path.join(directory, DATA_FILE);
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  checkWhole(file);
  const maps = openMaps(directory, true);
  try {
    const collections = new Catalog(maps).list();
    let documents = 0;
    for (const collection of collections) {
      const found = maps.documents.getKeysCount(documentRange(collection));
      if (found !== collection.count)
        throw new Error(`${collection.namespace} in ${file} counts ${collection.count} documents and has ${found}.`);
      documents += found;
    }
    return { collections: collections.length, documents };
  } finally {
    await maps.root.close();
  }
}

const MAGIC = 0xbeefc0de;
/** Where a root says what it is, how long a page is, which page is the last and which of the two roots is the newer. */
const AT = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152, end: 160 };

/**
 * LMDB maps the file into memory and believes it: what is no data file, or only its beginning, would end the process.
 *
 * @throws Error for such a file
 */
function checkWhole(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    const first = rootAt(descriptor, 0);
    const roots = first ? [first, rootAt(descriptor, first.pageSize)] : [];
    const newest = roots.reduce((a, b) => (b && (!a || b.transaction > a.transaction) ? b : a), undefined);
    if (!newest) throw new Error(`${file} is no data file.`);
    if (fstatSync(descriptor).size < newest.size) throw new Error(`${file} is not whole.`);
  } finally {
    closeSync(descriptor);
  }
}

function rootAt(descriptor: number, position: number) {
  const page = Buffer.alloc(AT.end);
  if (readSync(descriptor, page, 0, AT.end, position) < AT.end || page.readUInt32LE(AT.magic) !== MAGIC) return undefined;
  const pageSize = page.readUInt32LE(AT.pageSize);
  const size = (Number(page.readBigUInt64LE(AT.lastPage)) + 1) * pageSize;
  return { pageSize, size, transaction: page.readBigUInt64LE(AT.transaction) };
}

/** Waits until a file, or what a directory says of its files, is on disk. */
export function flush(fileOrDirectory: string): void {
  const descriptor = openSync(fileOrDirectory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
