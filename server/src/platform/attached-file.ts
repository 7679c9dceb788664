import JSZip from 'jszip';

export type AttachedType = 'pdf' | 'docx' | 'odt';

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
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  if (!zip || Object.keys(zip.files).length > ENTRIES_MAX || zip.file('word/vbaProject.bin')) return false;
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
