import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';

interface SteadyButtonProps extends Omit<ButtonProps, 'disabled'>, Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> {
  /** It does nothing for the moment. */
  idle: boolean;
}

/** A button that is idle now and then, for a moment: truly disabled, it would lose the keyboard’s place each time. */
export const SteadyButton = ({ idle, onClick, ...props }: SteadyButtonProps) => (
  <Button {...props} aria-disabled={idle || undefined} data-disabled={idle || undefined} onClick={idle ? undefined : onClick} />
);
