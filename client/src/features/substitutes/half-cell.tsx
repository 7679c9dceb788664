import { type HalfDay, halfDayKey, sameHalfDay } from '@beffroi/shared/core/half-days';
import { type Calendar, isAvailable } from '@beffroi/shared/features/substitutes/availability';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Link } from 'react-router';
import { halfDayInWords, stateInWords } from './calendar-words.ts';
import classes from './half-day-calendar.module.css';

/** A half-day one is booked for: where, as what, and the page that tells of it. */
export interface Booked {
  place: string;
  /** « ATSEM, Hergnies ». */
  work: string;
  path: string;
}

interface HalfCellProps {
  day: HalfDay;
  calendar: Calendar;
  booked: Booked | undefined;
  past: boolean;
  /** Whether Tab leads here. */
  tabbable: boolean;
  onFocus: () => void;
  onChange: (available: boolean) => void;
}

const SHORT = { am: 'matin', pm: 'ap.-m.' };

/** A half-day of the month: booked, it leads to its mission; past, it only says what it was. */
export function HalfCell({ day, calendar, booked, past, tabbable, onFocus, onChange }: HalfCellProps) {
  const available = isAvailable(calendar, day);
  const exception = calendar.exceptions.some((one) => sameHalfDay(one, day));
  const reachable = { 'data-half': halfDayKey(day), tabIndex: tabbable ? 0 : -1, onFocus };
  if (booked)
    return (
      <Link
        {...reachable}
        className={classes.half}
        data-state="booked"
        to={booked.path}
        aria-label={`${halfDayInWords(day)} : réservé, ${booked.work}, ${booked.place}`}
      >
        <span className={classes.wide} aria-hidden>
          {booked.place}
        </span>
        <span className={classes.narrow} aria-hidden>
          rés.
        </span>
      </Link>
    );
  const state = available ? 'available' : 'free';
  const words = (
    <>
      {available && <IconCheck size={14} stroke={2.4} aria-hidden />}
      <span>{SHORT[day.half]}</span>
    </>
  );
  if (past)
    return (
      <span className={classes.half} data-state={state} data-over aria-hidden>
        {words}
      </span>
    );
  return (
    <button
      {...reachable}
      type="button"
      className={classes.half}
      data-state={state}
      data-exception={exception || undefined}
      aria-label={`${halfDayInWords(day)} : ${stateInWords(available, exception)}`}
      onClick={() => onChange(!available)}
    >
      {words}
    </button>
  );
}
