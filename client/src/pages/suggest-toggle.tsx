import { Button } from '@mantine/core';

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
      onClick={onToggle}
      title="Ce que vous écrivez est proposé, et reste à accepter"
    >
      Suggérer
    </Button>
  );
}
