import { FileInput } from '@mantine/core';
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs';
import type { Ref } from 'react';
import { ACCEPTED, acceptedInWords, fileProblem } from '../lib/french-files.ts';

interface FileFieldProps {
  label: string;
  bytesMax: number;
  required?: boolean;
  value: File | null;
  error?: string | null;
  ref?: Ref<HTMLButtonElement>;
  onChange: (file: File | null) => void;
}

/** A document from one's own machine. */
export function FileField({ label, bytesMax, required = false, value, error, ref, onChange }: FileFieldProps) {
  return (
    <FileInput
      ref={ref}
      label={label}
      description={acceptedInWords(bytesMax)}
      placeholder="Choisir un fichier"
      accept={ACCEPTED}
      required={required}
      withAsterisk={false}
      clearable
      clearButtonProps={{ 'aria-label': `Retirer le fichier, ${label}` }}
      leftSection={<IconPaperclip size={17} stroke={1.8} aria-hidden />}
      value={value}
      error={error ?? fileProblem(value, bytesMax)}
      onChange={onChange}
    />
  );
}
