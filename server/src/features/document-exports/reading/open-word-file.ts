import { AppError } from '@beffroi/shared/core/errors';
import { DOCX_BYTES_MAX } from '@beffroi/shared/features/document-exports/document-exports.contract';
import JSZip from 'jszip';

/** What the parts of a file may weigh once inflated: a hundred times what a long specification does. */
const INFLATED_MAX = 120 * 1024 * 1024;
const ENTRIES_MAX = 2_000;

const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:[^/]+\.xml|_rels\/[^/]+\.rels|media\/[^/]+))$/;

export const unreadable = (detail: string, cause?: unknown): AppError => new AppError('unsupported-document', { detail, cause });
const NOT_WORD = 'Ce fichier n’est pas un document Word (.docx), ou il est endommagé.';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/** @throws AppError `too-large`, `unsupported-document` */
const checkSignature = (bytes: Uint8Array): void => {
  if (bytes.byteLength > DOCX_BYTES_MAX)
    throw new AppError('too-large', { detail: `Document trop lourd\u00a0: ${DOCX_BYTES_MAX / 1024 / 1024}\u00a0Mo au plus.` });
  // The old binary format, and files with a password, begin alike.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw unreadable(
      'Ce fichier est à l’ancien format .doc, ou protégé par un mot de passe. Enregistrez-le au format .docx, sans mot de passe.',
    );
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) throw unreadable(NOT_WORD);
};

/** Inflates an entry and stops as soon as it is more than what is left: what its header says of its size may be a lie. */
const inflate = (entry: JSZip.JSZipObject, room: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = entry.nodeStream('nodebuffer');
    stream.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size <= room) return;
      stream.pause();
      reject(new AppError('too-large', { detail: 'Ce document se déplie en un contenu démesuré\u00a0: il n’a pas été lu.' }));
    });
    stream.on('error', (cause: unknown) => reject(unreadable(NOT_WORD, cause)));
    stream.on('end', () => resolve(Buffer.concat(chunks)));
  });

/** The parts of a Word file by their path. */
export type WordParts = Map<string, Buffer>;

const unzip = async (bytes: Uint8Array): Promise<JSZip> => {
  try {
    return await JSZip.loadAsync(bytes);
  } catch (cause) {
    throw unreadable(NOT_WORD, cause);
  }
};

/**
 * Opens a Word file: what it holds that is read, and nothing else.
 * @throws AppError `too-large` (itself, or what it inflates to), `unsupported-document`
 */
export const openWordFile = async (bytes: Uint8Array, inflatedMax = INFLATED_MAX): Promise<WordParts> => {
  checkSignature(bytes);
  const zip = await unzip(bytes);
  const entries = Object.values(zip.files).filter(({ dir }) => !dir);
  if (entries.length > ENTRIES_MAX) throw unreadable(NOT_WORD);
  const parts: WordParts = new Map();
  let room = inflatedMax;
  for (const entry of entries.filter(({ name }) => NEEDED.test(name))) {
    const content = await inflate(entry, room);
    room -= content.byteLength;
    // Entities could be made to grow without end; Word never declares any.
    if (/\.(?:xml|rels)$/.test(entry.name) && content.includes('<!DOCTYPE')) throw unreadable(NOT_WORD);
    parts.set(entry.name, content);
  }
  if (!parts.has('[Content_Types].xml') || !parts.has('word/document.xml')) throw unreadable(NOT_WORD);
  return parts;
};
