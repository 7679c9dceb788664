import { type RefObject, useRef, useState } from 'react';

interface ReasonDialogState {
  /** Of the button that opens it: closed, it has the focus again. */
  button: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  open: () => void;
  /** Given up, or done where its button stays. */
  close: () => void;
  /** Done, where its button goes with what it was about. */
  leave: () => void;
}

/**
 * Whether a dialog that asks for a reason stands.
 * @param forget drops the problem met, which another try does not show
 */
export const useReasonDialog = (forget: () => void): ReasonDialogState => {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => setOpen(false);
  const close = () => {
    forget();
    leave();
    requestAnimationFrame(() => button.current?.focus());
  };
  return { button, isOpen, open: () => setOpen(true), close, leave };
};
