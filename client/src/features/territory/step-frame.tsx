import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { BusyButton } from '../../ui/busy-button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import classes from './installation.module.css';

interface StepFrameProps {
  title: string;
  text?: ReactNode;
  /** What keeps the whole step from being sent. */
  problem?: string | null;
  /** The button that goes on. */
  next: string;
  busy?: boolean;
  onNext: () => void;
  onBack?: () => void;
  children: ReactNode;
}

/** One step: its heading takes the focus when one arrives from another step, so that a screen reader reads on from there. */
export const StepFrame = ({ title, text, problem, next, busy = false, onNext, onBack, children }: StepFrameProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onNext();
  };
  return (
    <form className={classes.step} onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {text && <p className={classes.text}>{text}</p>}
      <FormError>{problem}</FormError>
      {children}
      <div className={classes.actions}>
        <BusyButton type="submit" variant="filled" h={42} busy={busy}>
          {next}
        </BusyButton>
        {onBack && (
          <Button variant="subtle" h={42} onClick={onBack}>
            Retour
          </Button>
        )}
      </div>
    </form>
  );
};
