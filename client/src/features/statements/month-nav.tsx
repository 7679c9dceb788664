import { ActionIcon } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { addMonths, monthInWords } from './months.ts';
import classes from './statements.module.css';

interface MonthNavProps {
  month: string;
  /** The present one: nothing is recorded of those after. */
  last: string;
  onChange: (month: string) => void;
}

/** The month before, the month after. */
export function MonthNav({ month, last, onChange }: MonthNavProps) {
  return (
    <fieldset className={classes.months} aria-label="Mois" data-print="hidden">
      <ActionIcon
        variant="default"
        aria-label={`Mois précédent, ${monthInWords(addMonths(month, -1))}`}
        onClick={() => onChange(addMonths(month, -1))}
      >
        <IconChevronLeft size={19} stroke={1.8} aria-hidden />
      </ActionIcon>
      <span className={classes.month} aria-live="polite">
        {monthInWords(month)}
      </span>
      <ActionIcon variant="default" aria-label="Mois suivant" disabled={month >= last} onClick={() => onChange(addMonths(month, 1))}>
        <IconChevronRight size={19} stroke={1.8} aria-hidden />
      </ActionIcon>
    </fieldset>
  );
}
