import { addDays, HALVES, type HalfDay, halfDayKey } from '@beffroi/shared/core/half-days';
import type { Calendar } from '@beffroi/shared/features/substitutes/availability';
import { SUBSTITUTE_LIMITS } from '@beffroi/shared/features/substitutes/substitutes.limits';
import { ActionIcon, Button } from '@mantine/core';
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import { today } from './calendar-words.ts';
import { type Booked, HalfCell } from './half-cell.tsx';
import classes from './month-calendar.module.css';
import { monthAfter, monthTitle, stepFrom, weeksOfMonth } from './month-days.ts';

interface MonthCalendarProps {
  calendar: Calendar;
  /** Half-days one is booked for, by `halfDayKey`. */
  booked: ReadonlyMap<string, Booked>;
  onChange: (day: HalfDay, available: boolean) => void;
}

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** One half-day has the Tab key; arrows lead it on, from month to month too. */
const useCursor = (first: string, last: string) => {
  const [cursor, setCursor] = useState<HalfDay>({ date: first, half: 'am' });
  const [month, setMonth] = useState(first.slice(0, 7));
  const table = useRef<HTMLTableElement>(null);
  const moving = useRef(false);
  useEffect(() => {
    if (!moving.current) return;
    moving.current = false;
    table.current?.querySelector<HTMLElement>(`[data-half="${halfDayKey(cursor)}"]`)?.focus();
  }, [cursor]);
  const goTo = (next: HalfDay) => {
    setCursor(next);
    setMonth(next.date.slice(0, 7));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.altKey || event.ctrlKey || event.metaKey ? null : stepFrom(cursor, event.key);
    if (!next) return;
    event.preventDefault();
    if (next.date < first || next.date > last) return;
    moving.current = true;
    goTo(next);
  };
  const showMonth = (next: string) => {
    const start = `${next}-01` < first ? first : `${next}-01`;
    goTo({ date: start, half: 'am' });
  };
  return { cursor, month, table, onKeyDown, showMonth, setCursor };
};

/** A month of half-days: a touch or Space says one may come or not, against one's usual week. */
export function MonthCalendar({ calendar, booked, onChange }: MonthCalendarProps) {
  const announce = useAnnounce();
  const id = useId();
  const now = today();
  const last = addDays(now, SUBSTITUTE_LIMITS.daysAhead);
  const { cursor, month, table, onKeyDown, showMonth, setCursor } = useCursor(now, last);
  const turn = (months: number) => {
    const next = monthAfter(month, months);
    showMonth(next);
    announce(monthTitle(next));
  };
  return (
    <div className={classes.calendar}>
      <div className={classes.bar}>
        <h3 id={id}>{monthTitle(month)}</h3>
        {month !== now.slice(0, 7) && (
          <Button size="compact-sm" variant="subtle" onClick={() => showMonth(now.slice(0, 7))}>
            Revenir à aujourd’hui
          </Button>
        )}
        <ActionIcon variant="default" size={40} aria-label="Mois précédent" disabled={month <= now.slice(0, 7)} onClick={() => turn(-1)}>
          <IconChevronLeft size={19} stroke={1.8} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" size={40} aria-label="Mois suivant" disabled={month >= last.slice(0, 7)} onClick={() => turn(1)}>
          <IconChevronRight size={19} stroke={1.8} aria-hidden />
        </ActionIcon>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: the arrows only lead the focus between the buttons inside. */}
      <table ref={table} aria-labelledby={id} className={classes.month} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday}>
                <span aria-hidden>{weekday.slice(0, 3)}.</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((date, column) =>
                date === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a place in a week is all a day of another month is.
                  <td key={column} />
                ) : (
                  <td key={date} data-past={date < now || undefined} data-today={date === now || undefined}>
                    <span className={classes.number}>{Number(date.slice(8))}</span>
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
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
