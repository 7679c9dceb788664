import { ActionIcon, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import IconPencilQuestion from '@tabler/icons-react/dist/esm/icons/IconPencilQuestion.mjs';

interface SuggestToggleProps {
  isOn: boolean;
  onToggle: () => void;
}

/** Whether what one writes is written, or proposed. */
export function SuggestToggle({ isOn, onToggle }: SuggestToggleProps) {
  const isNarrow = useMediaQuery('(max-width: 60em)') ?? false;
  const pressed = { 'aria-pressed': isOn, onClick: onToggle, title: 'Ce que vous écrivez est proposé, et reste à accepter' };
  if (isNarrow)
    return (
      <ActionIcon variant={isOn ? 'filled' : 'subtle'} aria-label="Suggérer" {...pressed}>
        <IconPencilQuestion size={19} stroke={1.8} aria-hidden="true" />
      </ActionIcon>
    );
  return (
    <Button variant={isOn ? 'filled' : 'default'} {...pressed}>
      Suggérer
    </Button>
  );
}
