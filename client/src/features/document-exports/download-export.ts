import type { ExportFormat } from '@beffroi/shared/features/document-exports/document-exports.contract';
import { client } from '../../lib/api.ts';

export interface ExportWanted {
  templateId: string;
  format: ExportFormat;
  /** One of its versions; its present text without. */
  version?: number;
}

/** Gives a file to the browser as it gives any download. */
const save = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser has taken the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
};

/** Asks for a model as a file and saves it; nothing is saved once the signal is aborted. */
export const downloadExport = async ({ templateId, format, version }: ExportWanted, signal: AbortSignal): Promise<void> => {
  const input = { id: templateId, format, ...(version !== undefined && { version }) };
  const { body } = await client.documentExports.download(input, { signal });
  signal.throwIfAborted();
  save(body, body.name);
};
