import type { ExportFormat } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { client } from '../../lib/api.ts';
import { saveFile } from '../../lib/save-file.ts';

export interface ExportWanted {
  templateId: string;
  format: ExportFormat;
  /** One of its versions; its present text without. */
  version?: number;
}

/** Asks for a model as a file and saves it; nothing is saved once the signal is aborted. */
export const downloadExport = async ({ templateId, format, version }: ExportWanted, signal: AbortSignal): Promise<void> => {
  const input = { id: templateId, format, ...(version !== undefined && { version }) };
  const { body } = await client.documentExports.download(input, { signal });
  signal.throwIfAborted();
  saveFile(body, body.name);
};
