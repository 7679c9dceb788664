/** Text documents somebody attaches; what one is, is read from its content. */
export const ATTACHED_TYPES = ['pdf', 'docx', 'odt'] as const;
export type AttachedType = (typeof ATTACHED_TYPES)[number];
export const ATTACHED_LABEL: Record<AttachedType, string> = { pdf: 'PDF', docx: 'Word', odt: 'OpenDocument' };

/** « 182 Ko », « 1,4 Mo » */
export const fileWeight = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}\u00a0Ko`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')}\u00a0Mo`;
