import type { Problem } from '@beffroi/shared/core/errors';
import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './moderation-dialog.module.css';
import { problemSentence } from './problem-sentence.ts';

interface ModerationDialogProps {
  title: string;
  /** What will happen, in a sentence or two that name what goes. */
  what: ReactNode;
  confirm: string;
  danger?: boolean;
  ready?: boolean;
  busy: boolean;
  problem: Problem | null;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks once before a moderation: what it does, what it needs to know, and the two ways out. */
export function ModerationDialog(props: ModerationDialogProps) {
  const { title, what, confirm, danger = false, ready = true, busy, problem, onConfirm, onClose, children } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onConfirm();
  };
  const sentence = problem && (problem.errors?.[0]?.message ?? problemSentence(problem));
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': 'Fermer la fenêtre' }}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.what}>{what}</p>
        {children}
        {sentence && (
          <p role="alert" className={classes.problem}>
            {sentence}
          </p>
        )}
        <div className={classes.buttons}>
          <BusyButton type="submit" variant="filled" {...(danger && { color: 'brick' })} busy={busy} disabled={!ready}>
            {confirm}
          </BusyButton>
          <Button onClick={onClose}>Annuler</Button>
        </div>
      </form>
    </Modal>
  );
}
