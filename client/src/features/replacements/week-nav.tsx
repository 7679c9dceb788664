import { addDays } from '@beffroi/shared/core/half-days';
import { ActionIcon, Button } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import classes from './week-nav.module.css';

interface WeekNavProps {
  monday: string;
  /** The week one comes for. */
  current: string;
  /** It is the coming one, since this one is over. */
  weekend: boolean;
  onChange: (monday: string) => void;
}

/** The week before, the week after, and back to the one one comes for. */
export function WeekNav({ monday, current, weekend, onChange }: WeekNavProps) {
  return (
    <fieldset className={classes.nav} aria-label="Semaine" data-print="hidden">
      <ActionIcon variant="default" aria-label="Semaine précédente" onClick={() => onChange(addDays(monday, -7))}>
        <IconChevronLeft size={19} stroke={1.8} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="default" aria-label="Semaine suivante" onClick={() => onChange(addDays(monday, 7))}>
        <IconChevronRight size={19} stroke={1.8} aria-hidden />
      </ActionIcon>
      {monday !== current && <Button onClick={() => onChange(current)}>{weekend ? 'Semaine à venir' : 'Cette semaine'}</Button>}
    </fieldset>
  );
}
