import { minutesOf } from '@beffroi/shared/core/half-days';
import type { Booking } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { client, problemOf } from '../../lib/api.ts';
import { duration } from '../../lib/french-dates.ts';
import { useMe } from '../../lib/me.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ListRow } from '../../ui/list-card.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './booking-row.module.css';
import { CancelDialog } from './cancel-dialog.tsx';
import { dayTitle, halfDayTitle, hoursOf } from './half-day-words.ts';
import { HoursForm } from './hours-form.tsx';
import { useRefreshNeed } from './use-need-acts.ts';

/** What was said of the hours: agreed, waiting for a side, or told differently by the two. */
const hoursSaid = ({ agreedMinutes, confirmedBy: { commune, substitute } }: Booking): ReactNode => {
  if (agreedMinutes !== null) return <Tag tone="green">{duration(agreedMinutes)} confirmées</Tag>;
  if (commune && substitute)
    return (
      <Tag tone="ochre">
        Commune {duration(commune.minutes)}, personne remplaçante {duration(substitute.minutes)}
      </Tag>
    );
  if (commune) return <Tag tone="ochre">{duration(commune.minutes)} selon la commune</Tag>;
  if (substitute) return <Tag tone="ochre">{duration(substitute.minutes)} selon la personne remplaçante</Tag>;
  return null;
};

interface BookingRowProps {
  booking: Booking;
  /** What the row is about, beside its half-day: a person for the commune, a place for the substitute. */
  children: ReactNode;
  /** What else one may do about it, of another feature. */
  act?: ReactNode;
}

/** One booked half-day: who or where, its hours, and what one may do with it. */
export function BookingRow({ booking, children, act }: BookingRowProps) {
  const [open, setOpen] = useState<'hours' | 'cancel' | null>(null);
  const refresh = useRefreshNeed(booking.replacementId);
  const { abilities } = booking;
  const confirm = useMutation({
    networkMode: 'always',
    mutationFn: (minutes: number) => client.replacements.confirm({ id: booking.id, minutes }),
    onSuccess: () => {
      setOpen(null);
      return refresh();
    },
  });
  const mine = useMe().id === booking.substitute.id;
  const planned = minutesOf(booking);
  const when = halfDayTitle(booking);
  return (
    <ListRow>
      <div className={classes.words}>
        <h3>{children}</h3>
        <p className={classes.facts}>
          {dayTitle(booking.date)}, {hoursOf(booking)}
        </p>
        {confirm.error && (
          <p role="alert" className={classes.problem}>
            {problemOf(confirm.error).detail}
          </p>
        )}
        {open === 'hours' && (
          <HoursForm
            planned={planned}
            busy={confirm.isPending}
            onSend={(minutes) => confirm.mutate(minutes)}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
      <div className={classes.acts}>
        {hoursSaid(booking)}
        {act}
        {abilities['booking.confirm'] && open !== 'hours' && (
          <>
            <BusyButton
              variant="light"
              busy={confirm.isPending}
              onClick={() => confirm.mutate(planned)}
              aria-label={`Confirmer ${duration(planned)}, ${when}`}
            >
              Confirmer {duration(planned)}
            </BusyButton>
            <Button onClick={() => setOpen('hours')} aria-label={`Autre durée, ${when}`}>
              Autre durée
            </Button>
          </>
        )}
        {abilities['booking.cancel'] && (
          <Button variant="subtle" color="brick" onClick={() => setOpen('cancel')} aria-label={`Annuler la réservation, ${when}`}>
            Annuler
          </Button>
        )}
      </div>
      {open === 'cancel' && (
        <CancelDialog
          title={`Annuler ${when}`}
          what={`La demi-journée est de nouveau proposée, et ${mine ? 'la commune' : booking.substitute.name} reçoit une alerte.`}
          act="Annuler la réservation"
          cancel={(reason) => client.replacements.cancelBooking({ id: booking.id, reason })}
          onDone={refresh}
          onClose={() => setOpen(null)}
        />
      )}
    </ListRow>
  );
}
