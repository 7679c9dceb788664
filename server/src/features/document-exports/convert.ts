import type { ExportFormat } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { ConversionThread } from './conversion-thread.ts';
import type { ExportedDocument } from './exported-document.ts';
import { loadImages } from './load-images.ts';
import type { ImportedDocument, Importer } from './reading/imported-document.ts';

// Apart, so that a file somebody sends keeps nobody's export waiting.
const writing = new ConversionThread({ timeMs: 90_000, memoryMb: 768, waiting: 30 });
const reading = new ConversionThread({ timeMs: 30_000, memoryMb: 512, waiting: 10 });

/**
 * Writes a document out beside the event loop.
 * @throws AppError `unavailable` (too many are asked for at once), `too-large` (it takes too long, or too much memory)
 */
export const writeFile = async (document: ExportedDocument, format: ExportFormat): Promise<Uint8Array> => {
  const { content, images, ...rest } = await loadImages(document);
  const result = await writing.run({
    kind: 'write',
    task: { ...rest, format, content: JSON.stringify(content), images: [...images] },
  });
  if (result.kind !== 'written') throw new Error('the thread read where it was to write');
  return result.file;
};

/**
 * Reads a Word file beside the event loop, its time and memory bounded.
 * @throws AppError `unsupported-document`, `too-large`, `unavailable`
 */
export const readWordFile = async (bytes: Uint8Array, importer: Importer): Promise<ImportedDocument> => {
  const result = await reading.run({ kind: 'read', bytes, importer });
  if (result.kind !== 'read') throw new Error('the thread wrote where it was to read');
  return { ...result.document, content: JSON.parse(result.content) };
};
