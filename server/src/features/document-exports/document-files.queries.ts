import type { ExportFormat } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { writeFile } from './convert.ts';
import type { ExportedDocument } from './exported-document.ts';
import { attachment, fileName, givenFileName } from './file-name.ts';

const DOCUMENT_TYPES: Record<ExportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

export interface FileAnswer {
  headers: Record<string, string>;
  body: File;
}

/** « Relevé d’Anzin (novembre 2026).pdf », fit for a file. */
export const documentName = fileName;

/** « Fiche de poste.pdf », from a name that came with a file. */
export const receivedName = givenFileName;

/** A file as it is given to a browser: saved under its name, never opened in the page. */
export const fileAnswer = (content: Uint8Array, name: string, type: string): FileAnswer => ({
  headers: { 'content-disposition': attachment(name), 'x-content-type-options': 'nosniff' },
  body: new File([new Uint8Array(content)], name, { type }),
});

/** A document as a Word file or a PDF. @throws AppError `too-large`, `unavailable` */
export const documentFile = async (document: ExportedDocument, format: ExportFormat, name: string): Promise<FileAnswer> =>
  fileAnswer(await writeFile(document, format), name, DOCUMENT_TYPES[format]);
