import type { Problem } from '@beffroi/shared/core/errors';
import { REASON_MAX } from '@beffroi/shared/features/forum/forum-moderation.contract';
import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ModerationDialog } from './moderation-dialog.tsx';

interface ReasonDialogProps {
  title: string;
  what: ReactNode;
  confirm: string;
  label: string;
  required?: boolean;
  danger?: boolean;
  busy: boolean;
  problem: Problem | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** A moderation that is given with its reason. */
export function ReasonDialog({ label, required = false, onConfirm, ...dialog }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <ModerationDialog {...dialog} ready={!required || reason.trim().length >= 3} onConfirm={() => onConfirm(reason.trim())}>
      <Textarea
        data-autofocus
        label={label}
        value={reason}
        required={required}
        maxLength={REASON_MAX}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ModerationDialog>
  );
}
