import { ATTACHED_TYPES, fileWeight } from '@beffroi/shared/core/attached-files';

/** What a field for documents takes, as browsers write it. */
export const ACCEPTED = ATTACHED_TYPES.map((type) => `.${type}`).join(',');

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024}\u00a0Mo`;

/** « PDF, Word (.docx) ou OpenDocument (.odt), 5 Mo au plus » */
export const acceptedInWords = (bytesMax: number): string => `PDF, Word (.docx) ou OpenDocument (.odt), ${megabytes(bytesMax)} au plus`;

/** What keeps a file from being sent, said before it is. What it really is, the server reads from its content. */
export const fileProblem = (file: File | null, bytesMax: number): string | null => {
  if (!file) return null;
  if (file.size > bytesMax) return `Ce fichier pèse ${fileWeight(file.size)}\u00a0: ${megabytes(bytesMax)} au plus.`;
  if (file.size === 0) return 'Ce fichier est vide.';
  const known = ATTACHED_TYPES.some((type) => file.name.toLowerCase().endsWith(`.${type}`));
  return known ? null : 'Ce fichier n’est ni un PDF, ni un document Word (.docx), ni un document OpenDocument (.odt).';
};
