import type { Slot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { SLOT_STATE_LABEL } from '@beffroi/shared/features/replacements/replacements.vocabulary';
import { VisuallyHidden } from '@mantine/core';
import { halfDayTitle, hoursOf } from './half-day-words.ts';
import classes from './slot-mark.module.css';

/** « 1/2 » where several people are wanted at once. */
const seatsOf = ({ seats, booked }: Slot): string | null => (seats > 1 ? `${booked}/${seats}` : null);

/** What has become of a half-day, in a word and a colour; its hours are told on hover and to a screen reader. */
export function SlotMark({ slot }: { slot: Slot }) {
  const seats = seatsOf(slot);
  const when = `${halfDayTitle(slot)}, ${hoursOf(slot)}`;
  return (
    <span className={classes.mark} data-state={slot.state} data-mine={slot.mine ?? undefined} title={when}>
      <VisuallyHidden>{when}&nbsp;: </VisuallyHidden>
      {SLOT_STATE_LABEL[slot.state]}
      {seats && <small>{seats}</small>}
      {slot.mine && <VisuallyHidden>, {slot.mine === 'booked' ? 'vous êtes retenue' : 'vous vous êtes proposée'}</VisuallyHidden>}
    </span>
  );
}
