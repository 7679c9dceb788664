import { REPLACEMENT_LIMITS } from '@beffroi/shared/features/replacements/replacements.limits';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './booking-row.module.css';

interface CancelDialogProps {
  title: string;
  /** What goes, and who is told. */
  what: string;
  act: string;
  cancel: (reason: string) => Promise<unknown>;
  onDone: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks once before calling something off, naming what goes. */
export function CancelDialog({ title, what, act, cancel, onDone, onClose }: CancelDialogProps) {
  const [reason, setReason] = useState('');
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: () => cancel(reason),
    onSuccess: async () => {
      await onDone();
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!mutation.isPending) mutation.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form className={classes.dialog} onSubmit={send}>
        <p>{what}</p>
        <TextInput
          data-autofocus
          label="Un mot pour les personnes prévenues, facultatif"
          value={reason}
          maxLength={REPLACEMENT_LIMITS.reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {mutation.error && <p role="alert">{problemOf(mutation.error).detail}</p>}
        <div className={classes.buttons}>
          <BusyButton type="submit" variant="filled" color="brick" busy={mutation.isPending}>
            {act}
          </BusyButton>
          <Button onClick={onClose}>Garder</Button>
        </div>
      </form>
    </Modal>
  );
}
