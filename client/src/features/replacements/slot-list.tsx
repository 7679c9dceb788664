import type { Slot } from '@beffroi/shared/features/replacements/replacements.schemas';
import { dayTitle, hoursOf } from './half-day-words.ts';
import classes from './slot-list.module.css';
import { SlotMark } from './slot-mark.tsx';

/** The half-days of a need, a day a line. */
export function SlotList({ slots }: { slots: readonly Slot[] }) {
  const days = [...new Set(slots.map(({ date }) => date))];
  return (
    <ul className={classes.days} aria-label="Demi-journées">
      {days.map((date) => {
        const ofDay = slots.filter((slot) => slot.date === date);
        return (
          <li key={date}>
            <span className={classes.day}>{dayTitle(date)}</span>
            <span className={classes.hours}>
              {ofDay.map((slot, index) => (
                <span key={slot.half}>
                  {hoursOf(slot)}
                  {index < ofDay.length - 1 && ', '}
                </span>
              ))}
            </span>
            <span className={classes.marks}>
              {ofDay.map((slot) => (
                <SlotMark key={slot.half} slot={slot} />
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
