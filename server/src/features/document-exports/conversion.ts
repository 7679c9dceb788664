import { documentSchema } from '@beffroi/shared/collab/document-schema';
import type { ErrorCode } from '@beffroi/shared/core/errors';
import type { ExportFormat } from '@beffroi/shared/features/document-exports/document-exports.contract';
import type { ExportedImage, LoadedDocument } from './exported-document.ts';
import { fromDocx } from './from-docx.ts';
import type { ImportedDocument, Importer } from './reading/imported-document.ts';
import { writeDocx } from './to-docx.ts';
import { writePdf } from './to-pdf.ts';

/** A document to write out, as it can be sent to a thread: as text, which crosses ten times faster than a tree of small objects. */
export interface WritingTask extends Omit<LoadedDocument, 'content' | 'images'> {
  format: ExportFormat;
  content: string;
  images: [string, ExportedImage][];
}

export type ConversionTask = { kind: 'write'; task: WritingTask } | { kind: 'read'; bytes: Uint8Array; importer: Importer };
export type ConversionResult =
  | { kind: 'written'; file: Uint8Array }
  | { kind: 'read'; document: Omit<ImportedDocument, 'content'>; content: string };
/** What a thread answers; an error that was meant crosses as its code and its words. */
export type ConversionAnswer = { result: ConversionResult } | { refused: { code: ErrorCode; detail: string } } | { failed: string };

const write = async ({ format, content, images, ...rest }: WritingTask): Promise<ConversionResult> => {
  const document: LoadedDocument = { ...rest, content: documentSchema.nodeFromJSON(JSON.parse(content)), images: new Map(images) };
  return { kind: 'written', file: await (format === 'docx' ? writeDocx(document) : writePdf(document)) };
};

const read = async (bytes: Uint8Array, importer: Importer): Promise<ConversionResult> => {
  const { content, ...document } = await fromDocx(bytes, importer);
  return { kind: 'read', document, content: JSON.stringify(content) };
};

/** Writes or reads a file: what a thread does with a task. */
export const convert = (conversion: ConversionTask): Promise<ConversionResult> =>
  conversion.kind === 'write' ? write(conversion.task) : read(conversion.bytes, conversion.importer);
