import { BOOKED_MINUTES_MAX } from '@beffroi/shared/features/replacements/replacements.limits';
import { Button, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './booking-row.module.css';

interface HoursFormProps {
  planned: number;
  busy: boolean;
  onSend: (minutes: number) => void;
  onClose: () => void;
}

/** What was worked, when it is not what was planned. */
export function HoursForm({ planned, busy, onSend, onClose }: HoursFormProps) {
  const [hours, setHours] = useState(Math.floor(planned / 60));
  const [minutes, setMinutes] = useState(planned % 60);
  const total = Math.min(hours * 60 + minutes, BOOKED_MINUTES_MAX);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSend(total);
  };
  const field = { size: 'sm', min: 0, allowDecimal: false, clampBehavior: 'strict' } as const;
  return (
    <form className={classes.hours} onSubmit={send}>
      <NumberInput
        {...field}
        data-autofocus
        label="Heures"
        max={BOOKED_MINUTES_MAX / 60}
        value={hours}
        onChange={(value) => setHours(Number(value) || 0)}
      />
      <NumberInput {...field} label="Minutes" max={59} step={5} value={minutes} onChange={(value) => setMinutes(Number(value) || 0)} />
      <BusyButton type="submit" variant="filled" busy={busy}>
        Enregistrer
      </BusyButton>
      <Button onClick={onClose}>Annuler</Button>
    </form>
  );
}
