import type { ReactNode, Ref } from 'react';
import classes from './text-button.module.css';

interface TextButtonProps {
  children: ReactNode;
  onClick: () => void;
  /** For what stays pressed, such as a vote. */
  pressed?: boolean;
  /** Grey: an act of less common use. */
  quiet?: boolean;
  disabled?: boolean;
  label?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** An act under a text: words, no frame. */
export function TextButton({ children, onClick, pressed, quiet, disabled, label, ref }: TextButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className={classes.button}
      data-quiet={quiet || undefined}
      aria-pressed={pressed}
      aria-label={label}
      // Truly disabled, it would lose the focus for ever: whoever acts by keyboard would start again from the top.
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
    >
      {children}
    </button>
  );
}
