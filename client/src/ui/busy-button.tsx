import { Button, type ButtonProps, Loader } from '@mantine/core';
import type { ComponentPropsWithRef, MouseEvent } from 'react';

interface BusyButtonProps extends Omit<ButtonProps, 'loading'>, Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> {
  /** What the button started is under way: pressing it again does nothing. */
  busy: boolean;
}

/**
 * A button that says it is at work. It is not disabled meanwhile, as Mantine's `loading` would have it: a disabled button loses the
 * keyboard's place, which a failure then gives nobody back.
 */
export const BusyButton = ({ busy, onClick, leftSection, ...props }: BusyButtonProps) => (
  <Button
    {...props}
    aria-disabled={busy || undefined}
    leftSection={busy ? <Loader size={15} color="currentColor" aria-hidden /> : leftSection}
    // Also keeps a form from being sent twice: sending it by Enter presses its button.
    onClick={busy ? (event: MouseEvent) => event.preventDefault() : onClick}
  />
);
