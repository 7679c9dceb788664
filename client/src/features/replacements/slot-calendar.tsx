import { HALF_LABEL, HALVES, halfDayKey, weekdayOf } from '@beffroi/shared/core/half-days';
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useRovingGrid } from '../../ui/use-roving-grid.ts';
import { columnTitle, dayTitle, weekTitle } from './half-day-words.ts';
import { calendarWeeks, dayKeys, halfDayOfKey, hasStarted, type NewNeed, quickChoices, WEEKS_SHOWN } from './new-need.ts';
import classes from './slot-calendar.module.css';

interface SlotCalendarProps {
  slots: readonly string[];
  /** Half-days that are there already, with what has become of them: they are shown, and not chosen. */
  standing?: ReadonlyMap<string, string>;
  hours: NewNeed['hours'];
  onChange: (slots: string[]) => void;
  error?: string | undefined;
}

const WEEKS_MAX = 8;
const NONE: ReadonlyMap<string, string> = new Map();
const isOnWeekend = (key: string): boolean => weekdayOf(key.slice(0, 10)) > 5;

/** Enough of them for the last of these half-days to be seen. */
const weeksFor = (keys: readonly string[]): number => {
  const last = ([...keys].sort().at(-1) ?? '').slice(0, 10);
  const shown = Array.from({ length: WEEKS_MAX - WEEKS_SHOWN }, (_, more) => WEEKS_SHOWN + more);
  return shown.find((weeks) => (calendarWeeks(weeks, true).at(-1)?.at(-1) ?? '') >= last) ?? WEEKS_MAX;
};

/** Half-days of the coming weeks, each a button one presses; all of them are one stop of the Tab key. */
export function SlotCalendar({ slots, standing = NONE, hours, onChange, error }: SlotCalendarProps) {
  const [weeks, showWeeks] = useState(() => weeksFor([...slots, ...standing.keys()]));
  const [weekends, showWeekends] = useState(() => [...slots, ...standing.keys()].some(isOnWeekend));
  const shown = calendarWeeks(weeks, weekends);
  const id = useId();
  const chosen = new Set(slots);
  const flip = (keys: string[], on: boolean) => {
    const next = new Set(chosen);
    for (const key of keys) on ? next.add(key) : next.delete(key);
    onChange([...next].sort());
  };
  const isOpen = (key: string): boolean => !standing.has(key) && !hasStarted(halfDayOfKey(key), hours);
  const open = (dates: string[]) => dates.flatMap((date) => dayKeys(date).filter(isOpen));
  const { onKeyDown, cellProps } = useRovingGrid({
    columns: shown[0]?.length ?? 0,
    rows: shown.length * HALVES.length,
    page: HALVES.length,
    isOpen: ({ column, row }) => {
      const date = shown[Math.floor(row / HALVES.length)]?.[column];
      const half = HALVES[row % HALVES.length];
      return date !== undefined && half !== undefined && isOpen(halfDayKey({ date, half }));
    },
  });
  return (
    <fieldset className={classes.calendar} aria-invalid={error ? true : undefined}>
      <legend>Demi-journées</legend>
      <div className={classes.quick}>
        {quickChoices().map(({ label, dates }) => {
          const keys = open(dates);
          const on = keys.length > 0 && keys.every((key) => chosen.has(key));
          return (
            <Button
              key={label}
              radius="xl"
              h={34}
              fz={14}
              disabled={keys.length === 0}
              aria-pressed={on}
              variant={on ? 'light' : 'default'}
              onClick={() => flip(keys, !on)}
            >
              {label}
            </Button>
          );
        })}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus among the buttons of the grids in it. */}
      <div onKeyDown={onKeyDown}>
        {shown.map((dates, week) => (
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one moves in by arrows is the grid of WAI-ARIA.
          <table key={dates[0]} role="grid" aria-labelledby={`${id}-${week}`} className={classes.week}>
            <caption id={`${id}-${week}`}>{weekTitle(dates[0] as string)}</caption>
            <thead>
              <tr>
                <td />
                {dates.map((date) => (
                  <th key={date} scope="col">
                    {columnTitle(date)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {HALVES.map((half, row) => (
                <tr key={half}>
                  <th scope="row">{half === 'am' ? 'Matin' : 'Après-m.'}</th>
                  {dates.map((date, column) => {
                    const key = halfDayKey({ date, half });
                    const there = standing.get(key);
                    const on = chosen.has(key) && !there;
                    return (
                      <td key={date}>
                        <button
                          type="button"
                          aria-pressed={on}
                          aria-label={`${dayTitle(date)}, ${HALF_LABEL[half]}${there ? `, déjà publiée\u00a0: ${there}` : ''}`}
                          data-standing={there ? true : undefined}
                          disabled={!isOpen(key)}
                          {...cellProps({ column, row: week * HALVES.length + row })}
                          onClick={() => flip([key], !on)}
                        >
                          {there ?? (on ? '✓' : '')}
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <div className={classes.quick}>
        {weeks < WEEKS_MAX && (
          <Button variant="subtle" h={32} fz={14} px={8} onClick={() => showWeeks(weeks + 2)}>
            Deux semaines de plus
          </Button>
        )}
        {!weekends && (
          <Button variant="subtle" h={32} fz={14} px={8} onClick={() => showWeekends(true)}>
            Samedi et dimanche aussi
          </Button>
        )}
      </div>
    </fieldset>
  );
}
