import { Button } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useAnnounce } from '../ui/announcer.tsx';

interface SuggestToggleProps {
  isOn: boolean;
  onToggle: () => void;
}

/** Whether what one writes is written, or proposed. */
export function SuggestToggle({ isOn, onToggle }: SuggestToggleProps) {
  return (
    <Button
      variant={isOn ? 'filled' : 'default'}
      aria-pressed={isOn}
      aria-keyshortcuts="Control+Shift+E"
      onClick={onToggle}
      title="Ce que vous écrivez est proposé, et reste à accepter (Ctrl Maj E)"
    >
      Suggérer
    </Button>
  );
}

/** Ctrl-Shift-E, which follows changes in word processors too, enters the mode and leaves it from within the text. */
export const useSuggestKey = (mayWrite: boolean, { isOn, onToggle }: SuggestToggleProps): void => {
  const announce = useAnnounce();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.code !== 'KeyE' || !event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onToggle();
    announce(isOn ? 'Ce que vous écrivez est écrit directement.' : 'Ce que vous écrivez est proposé.');
  });
  useEffect(() => {
    if (!mayWrite) return;
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [mayWrite]);
};
