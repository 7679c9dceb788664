import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Document, GridFSBucket, ObjectId } from 'mongodb';
import type { Call, OperationTable } from './operation-table.ts';

export const bucketOperations: OperationTable = {
  upload: (bucket: GridFSBucket, { options: { filename, ...options } }: Call) =>
    uploaded(bucket.openUploadStream(filename, options), options),
  uploadWithId: (bucket: GridFSBucket, { options: { id, filename, ...options } }: Call) =>
    uploaded(bucket.openUploadStreamWithId(id, filename, options), options),
  download: (bucket: GridFSBucket, { options: { id } }: Call) => buffer(bucket.openDownloadStream(id) as Readable),
  downloadByName: (bucket: GridFSBucket, { options: { filename, ...options } }: Call) =>
    buffer(bucket.openDownloadStreamByName(filename, options) as Readable),
  delete: (bucket: GridFSBucket, { options: { id } }: Call) => bucket.delete(id),
  rename: (bucket: GridFSBucket, { options: { id, newFilename } }: Call) => bucket.rename(id, newFilename),
  drop: (bucket: GridFSBucket) => bucket.drop(),
};

async function uploaded(stream: ReturnType<GridFSBucket['openUploadStream']>, { source }: Document): Promise<ObjectId> {
  const finished = once(stream, 'finish');
  stream.end(Buffer.from(source.$$hexBytes, 'hex'));
  await finished;
  return stream.id;
}
