import { APPLICATION_LIMITS } from '@beffroi/shared/features/applications/applications.limits';
import { FileInput } from '@mantine/core';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import { weight } from './application-words.ts';

const ACCEPT = '.pdf,.docx,.odt';
const MEGABYTES = APPLICATION_LIMITS.fileBytes / 1024 / 1024;

/** What keeps a file from being sent, said before it is. */
export const fileProblem = (file: File | null): string | null =>
  file && file.size > APPLICATION_LIMITS.fileBytes ? `Ce fichier pèse ${weight(file.size)}\u00a0: ${MEGABYTES}\u00a0Mo au plus.` : null;

interface FileFieldProps {
  label: string;
  required?: boolean;
  value: File | null;
  error?: string | null;
  onChange: (file: File | null) => void;
}

/** A document from one's own machine. */
export function FileField({ label, required = false, value, error, onChange }: FileFieldProps) {
  return (
    <FileInput
      label={label}
      description={`PDF, Word (.docx) ou OpenDocument (.odt), ${MEGABYTES} Mo au plus`}
      placeholder="Choisir un fichier"
      accept={ACCEPT}
      required={required}
      withAsterisk={false}
      clearable
      clearButtonProps={{ 'aria-label': `Retirer le fichier, ${label}` }}
      leftSection={<IconPaperclip size={17} stroke={1.8} aria-hidden />}
      value={value}
      error={error ?? fileProblem(value)}
      onChange={onChange}
    />
  );
}
