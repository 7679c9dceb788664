import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { GridFSBucket, type GridFSFile, ObjectId } from 'mongodb';
import { expect, test } from 'vitest';
import { items } from './support/items.ts';

/** GridFS as its specification has it; chunks of four bytes, as its own cases have them. */
const CHUNK = 4;

const bucket = async () => {
  const { db } = await items([]);
  const files = new GridFSBucket(db, { chunkSizeBytes: CHUNK });
  return {
    db,
    files,
    chunks: db.collection('fs.chunks'),
    found: db.collection<GridFSFile>('fs.files'),
    upload: async (hex: string, name = 'filename', options = {}): Promise<ObjectId> => {
      const stream = files.openUploadStream(name, options);
      const finished = once(stream, 'finish');
      stream.end(Buffer.from(hex, 'hex'));
      await finished;
      return stream.id;
    },
    download: async (id: ObjectId): Promise<string> => (await buffer(files.openDownloadStream(id) as Readable)).toString('hex'),
    byName: async (name: string, revision?: number): Promise<string> =>
      (await buffer(files.openDownloadStreamByName(name, revision === undefined ? {} : { revision }) as Readable)).toString('hex'),
  };
};

test.each([
  ['', []],
  ['11', ['11']],
  ['112233', ['112233']],
  ['11223344', ['11223344']],
  ['1122334455', ['11223344', '55']],
  ['1122334455667788', ['11223344', '55667788']],
])('a file of %s is kept in its chunks and read whole', async (hex, parts) => {
  const { upload, download, found, chunks } = await bucket();
  const id = await upload(hex, 'filename', { metadata: { x: 1 } });
  expect(await found.find().toArray()).toEqual([
    { _id: id, length: hex.length / 2, chunkSize: CHUNK, uploadDate: expect.any(Date), filename: 'filename', metadata: { x: 1 } },
  ]);
  const kept = await chunks.find({ files_id: id }).sort({ n: 1 }).toArray();
  expect(kept.map(({ n, data }) => [n, data.toString('hex')])).toEqual(parts.map((part, n) => [n, part]));
  expect(await download(id)).toBe(hex);
});

test('the first file makes both indexes, one of them unique', async () => {
  const { upload, chunks, found } = await bucket();
  await expect(found.indexes()).rejects.toMatchObject({ code: 26, codeName: 'NamespaceNotFound' });
  const id = await upload('11');
  expect(await found.indexes()).toContainEqual(expect.objectContaining({ key: { filename: 1, uploadDate: 1 } }));
  expect(await chunks.indexes()).toContainEqual(expect.objectContaining({ key: { files_id: 1, n: 1 }, unique: true }));
  await expect(chunks.insertOne({ files_id: id, n: 0, data: Buffer.from('22', 'hex') })).rejects.toMatchObject({ code: 11000 });
});

test('revisions of a name are counted from the first, or back from the last', async () => {
  const { upload, byName, found } = await bucket();
  for (const [day, hex] of ['11', '22', '33', '44', '55'].entries()) {
    const _id = await upload(hex, 'abc');
    await found.updateOne({ _id }, { $set: { uploadDate: new Date(Date.UTC(1970, 0, day + 1)) } });
  }
  const revisions = [0, 1, -2, -1, undefined].map((revision) => byName('abc', revision));
  expect(await Promise.all(revisions)).toEqual(['11', '22', '44', '55', '55']);
  await expect(byName('xyz')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(byName('abc', 999)).rejects.toMatchObject({ code: 'ENOENT' });
});

test.each([
  ['a chunk in the middle is missing', 1, undefined, /ChunkIsMissing/],
  ['a chunk in the middle is too short', 1, '556677', /ChunkIsWrongSize/],
  ['the last chunk is too short', 2, '99', /ChunkIsWrongSize/],
])('a download fails when %s', async (_case, n, data, error) => {
  const { upload, download, chunks } = await bucket();
  const id = await upload('112233445566778899aa');
  if (data) await chunks.updateOne({ files_id: id, n }, { $set: { data: Buffer.from(data, 'hex') } });
  else await chunks.deleteOne({ files_id: id, n });
  await expect(download(id)).rejects.toThrow(error);
});

test('a file without a name, as old drivers left them, is read', async () => {
  const { upload, download, found } = await bucket();
  const id = await upload('1122');
  await found.updateOne({ _id: id }, { $unset: { filename: 1 } });
  expect(await download(id)).toBe('1122');
});

test('a deleted file leaves no chunk, orphans of a lost one are swept, another file is left alone', async () => {
  const { files, upload, download, found, chunks } = await bucket();
  const [kept, gone, lost] = [await upload('11'), await upload('1122334455667788'), await upload('1122334455')];
  await files.delete(gone);
  await found.deleteOne({ _id: lost });
  await expect(files.delete(lost)).rejects.toThrow(/File not found/);
  await expect(files.delete(new ObjectId())).rejects.toThrow(/File not found/);
  expect(await chunks.distinct('files_id')).toEqual([kept]);
  expect(await download(kept)).toBe('11');
  await expect(download(gone)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a range is read, a file renamed, a bucket dropped', async () => {
  const { db, files, upload, byName } = await bucket();
  const id = await upload('112233445566778899aa');
  expect((await buffer(files.openDownloadStream(id, { start: 3, end: 9 }) as Readable)).toString('hex')).toBe('445566778899');
  await files.rename(id, 'ccap.pdf');
  expect(await byName('ccap.pdf')).toBe('112233445566778899aa');
  await files.drop();
  expect((await db.listCollections({ name: /^fs\./ }).toArray()).map(({ name }) => name)).toEqual([]);
});
