import type { AttachedType } from '@beffroi/shared/core/attached-files';
import { AppError } from '@beffroi/shared/core/errors';
import JSZip from 'jszip';

export const ATTACHED_MIME: Record<AttachedType, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
};

const WORD_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const ODT_START = `mimetype${ATTACHED_MIME.odt}PK`;
const ENTRIES_MAX = 2_000;
/** A list of parts weighs a few kilobytes; what inflates to more is made to harm. */
const LIST_MAX = 512 * 1024;

/** Begins each entry of an archive's directory (APPNOTE 4.3.12). */
const ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');

/** Whether there are more entries than a document has, without opening it: how many there are is said in a field that may lie. */
const hasTooManyEntries = (bytes: Uint8Array): boolean => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries = 0;
  for (let at = buffer.indexOf(ENTRY); at >= 0 && entries <= ENTRIES_MAX; at = buffer.indexOf(ENTRY, at + ENTRY.length)) entries++;
  return entries > ENTRIES_MAX;
};

const text = (bytes: Uint8Array, from: number, to?: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1');

const inflated = (entry: JSZip.JSZipObject): Promise<string | null> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = entry.nodeStream('nodebuffer');
    stream.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size <= LIST_MAX) return;
      stream.pause();
      resolve(null);
    });
    stream.on('error', () => resolve(null));
    stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });

/** A Word document without macros: its own list of parts says so. */
const isDocx = async (bytes: Uint8Array): Promise<boolean> => {
  // Opening it keeps everybody waiting for as long as it has entries: hundreds of thousands fit in what may be sent.
  if (hasTooManyEntries(bytes)) return false;
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  if (!zip || zip.file('word/vbaProject.bin')) return false;
  const list = zip.file('[Content_Types].xml');
  if (!list || !zip.file('word/document.xml')) return false;
  return (await inflated(list))?.includes(WORD_MAIN) ?? false;
};

/**
 * What a text document somebody sends really is, whatever its name or declared type says; null when none of ours. Signatures: PDF
 * (ISO 32000), OpenDocument (its `mimetype` comes first, uncompressed), Office Open XML (its list of parts).
 */
export const attachedTypeOf = async (bytes: Uint8Array): Promise<AttachedType | null> => {
  if (text(bytes, 0, 5) === '%PDF-') return text(bytes, Math.max(0, bytes.byteLength - 2_048)).includes('%%EOF') ? 'pdf' : null;
  if (text(bytes, 0, 4) !== 'PK\u0003\u0004') return null;
  if (text(bytes, 30, 30 + ODT_START.length) === ODT_START) return 'odt';
  return (await isDocx(bytes)) ? 'docx' : null;
};

export interface ReadFile {
  type: AttachedType;
  content: Uint8Array;
}

/**
 * A file somebody sends, with what it is.
 * @param label before what is wrong with it, where several are sent
 * @throws AppError `too-large`, `unsupported-document`
 */
export const readAttached = async (blob: Blob, bytesMax: number, label?: string): Promise<ReadFile> => {
  const refused = (code: 'too-large' | 'unsupported-document', words: string) =>
    new AppError(code, { detail: label ? `${label}\u00a0: ${words}` : `${words.charAt(0).toUpperCase()}${words.slice(1)}` });
  if (blob.size > bytesMax) throw refused('too-large', `le fichier est trop lourd, ${bytesMax / 1024 / 1024}\u00a0Mo au plus.`);
  if (blob.size === 0) throw refused('unsupported-document', 'le fichier est vide.');
  const content = new Uint8Array(await blob.arrayBuffer());
  const type = await attachedTypeOf(content);
  if (!type)
    throw refused('unsupported-document', 'ce fichier n’est ni un PDF, ni un document Word (.docx), ni un document OpenDocument (.odt).');
  return { type, content };
};
