import { addDays, HALVES, type HalfDay, halfDayKey, mondayOf } from '@beffroi/shared/core/half-days';
import type { Calendar } from '@beffroi/shared/features/substitutes/availability';
import { SUBSTITUTE_LIMITS } from '@beffroi/shared/features/substitutes/substitutes.limits';
import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import { dayNumber, spanTitle, stepFrom, WEEKS_SHOWN, weeksFrom } from './calendar-weeks.ts';
import { today } from './calendar-words.ts';
import { type Booked, HalfCell } from './half-cell.tsx';
import classes from './half-day-calendar.module.css';

interface HalfDayCalendarProps {
  calendar: Calendar;
  /** Half-days one is booked for, by `halfDayKey`. */
  booked: ReadonlyMap<string, Booked>;
  onChange: (day: HalfDay, available: boolean) => void;
}

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const DAYS_SHOWN = WEEKS_SHOWN * 7;

/** One half-day has the Tab key; arrows lead it on, past the weeks shown too. */
const useCursor = (first: string, last: string) => {
  const [cursor, setCursor] = useState<HalfDay>({ date: first, half: 'am' });
  const [from, setFrom] = useState(mondayOf(first));
  const table = useRef<HTMLTableElement>(null);
  const moving = useRef(false);
  useEffect(() => {
    if (!moving.current) return;
    moving.current = false;
    table.current?.querySelector<HTMLElement>(`[data-half="${halfDayKey(cursor)}"]`)?.focus();
  }, [cursor]);
  const show = (monday: string) => {
    setFrom(monday);
    setCursor({ date: monday < first ? first : monday, half: 'am' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : stepFrom(cursor, event.key);
    if (!next) return;
    event.preventDefault();
    if (next.date < first || next.date > last) return;
    moving.current = true;
    setCursor(next);
    if (next.date < from) setFrom(mondayOf(next.date));
    if (next.date >= addDays(from, DAYS_SHOWN)) setFrom(addDays(mondayOf(next.date), 7 - DAYS_SHOWN));
  };
  return { cursor, from, table, onKeyDown, show, setCursor };
};

interface BarProps {
  id: string;
  title: string;
  from: string;
  first: string;
  last: string;
  show: (monday: string) => void;
}

/** The weeks shown, and the ways to others. */
function Bar({ id, title, from, first, last, show }: BarProps) {
  const start = mondayOf(first);
  const earlier = [addDays(from, -DAYS_SHOWN), start].sort().at(-1) as string;
  return (
    <div className={classes.bar}>
      <h3 id={id}>{title}</h3>
      {from !== start && (
        <Button size="compact-sm" variant="subtle" onClick={() => show(start)}>
          Aujourd’hui
        </Button>
      )}
      <ActionIcon variant="default" size={40} aria-label="Semaines précédentes" disabled={from <= start} onClick={() => show(earlier)}>
        <IconChevronLeft size={19} stroke={1.8} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={40}
        aria-label="Semaines suivantes"
        disabled={addDays(from, DAYS_SHOWN) > last}
        onClick={() => show(addDays(from, DAYS_SHOWN))}
      >
        <IconChevronRight size={19} stroke={1.8} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** Five weeks of half-days: a touch or Space says one may come or not, against one's usual week. */
export function HalfDayCalendar({ calendar, booked, onChange }: HalfDayCalendarProps) {
  const announce = useAnnounce();
  const id = useId();
  const now = today();
  const last = addDays(now, SUBSTITUTE_LIMITS.daysAhead);
  const { cursor, from, table, onKeyDown, show, setCursor } = useCursor(now, last);
  const weeks = weeksFrom(from);
  const turn = (monday: string) => {
    show(monday);
    announce(spanTitle(weeksFrom(monday)));
  };
  return (
    <div className={classes.calendar}>
      <Bar id={id} title={spanTitle(weeks)} from={from} first={now} last={last} show={turn} />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one moves in by arrows is the grid of WAI-ARIA. */}
      <table ref={table} role="grid" aria-labelledby={id} className={classes.weeks} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday}>
                {weekday.slice(0, 3)}.
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date} data-past={date < now || undefined} data-today={date === now || undefined}>
                  <span className={classes.number}>
                    {dayNumber(date, date === from)}
                    {date === now && <VisuallyHidden> aujourd’hui</VisuallyHidden>}
                  </span>
                  {HALVES.map((half) => (
                    <HalfCell
                      key={half}
                      day={{ date, half }}
                      calendar={calendar}
                      booked={booked.get(halfDayKey({ date, half }))}
                      past={date < now}
                      tabbable={cursor.date === date && cursor.half === half}
                      onFocus={() => setCursor({ date, half })}
                      onChange={(available) => onChange({ date, half }, available)}
                    />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
