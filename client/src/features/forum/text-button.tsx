import type { ReactNode } from 'react';
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
}

/** An act under a text: words, no frame. */
export function TextButton({ children, onClick, pressed, quiet, disabled, label }: TextButtonProps) {
  return (
    <button
      type="button"
      className={classes.button}
      data-quiet={quiet || undefined}
      aria-pressed={pressed}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
