import { HALF_LABEL, HALVES } from '@beffroi/shared/core/half-days';
import type { Calendar } from '@beffroi/shared/features/substitutes/availability';
import { WEEKDAY_LABEL } from '@beffroi/shared/features/substitutes/substitutes.vocabulary';
import { Switch } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { useId, useState } from 'react';
import { useRovingGrid } from '../../ui/use-roving-grid.ts';
import { type CalendarEdit, comesIn, toggledWeeks } from './calendar-edits.ts';
import classes from './week-grid.module.css';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
type Parity = 'even' | 'odd';
const CAPTION: Record<Parity, string> = { even: 'Semaines paires', odd: 'Semaines impaires' };

type Cells = ReturnType<typeof useRovingGrid>['cellProps'];

interface WeekProps {
  calendar: Calendar;
  /** The weeks shown; null for all of them alike. */
  parity: Parity | null;
  change: (edit: CalendarEdit) => void;
  cellProps: Cells;
  /** Rows of the weeks above. */
  above?: number;
}

function Week({ calendar, parity, change, cellProps, above = 0 }: WeekProps) {
  const id = useId();
  const words = parity ? `, ${CAPTION[parity].toLocaleLowerCase('fr')}` : '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one moves in by arrows is the grid of WAI-ARIA.
    <table role="grid" aria-labelledby={id} className={classes.week}>
      <caption id={id} data-shown={parity !== null || undefined}>
        {parity ? CAPTION[parity] : 'Chaque semaine'}
      </caption>
      <thead>
        <tr>
          <td />
          {DAYS.map((day) => (
            <th key={day} scope="col" abbr={WEEKDAY_LABEL[day]}>
              {WEEKDAY_LABEL[day]?.slice(0, 3)}.
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {HALVES.map((half, row) => (
          <tr key={half}>
            <th scope="row">{half === 'am' ? 'Matin' : 'Ap.-midi'}</th>
            {DAYS.map((weekday, column) => {
              const on = comesIn(calendar, parity ?? 'even', weekday, half) || (!parity && comesIn(calendar, 'odd', weekday, half));
              return (
                <td key={weekday}>
                  <button
                    type="button"
                    {...cellProps({ column, row: above + row })}
                    aria-pressed={on}
                    aria-label={`${WEEKDAY_LABEL[weekday]} ${HALF_LABEL[half]}${words}`}
                    onClick={() => change({ kind: 'week', weekday, half, weeks: toggledWeeks(calendar, parity, weekday, half) })}
                  >
                    {on && <IconCheck size={18} stroke={2.4} aria-hidden />}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One's usual week: fourteen half-days, each pressed or not, one stop of the Tab key; twice that where even and odd weeks differ. */
export function WeekGrid({ calendar, change }: Pick<WeekProps, 'calendar' | 'change'>) {
  const differ = calendar.pattern.some(({ weeks }) => weeks !== 'every');
  const [apart, setApart] = useState(differ);
  const shown = apart || differ;
  const rows = HALVES.length;
  const { onKeyDown, cellProps } = useRovingGrid({ columns: DAYS.length, rows: shown ? rows * 2 : rows, page: rows, isOpen: () => true });
  const week = { calendar, change, cellProps };
  return (
    <div className={classes.grid}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus among the buttons of the grids in it. */}
      <div className={classes.weeks} onKeyDown={onKeyDown}>
        {shown ? (
          <>
            <Week {...week} parity="even" />
            <Week {...week} parity="odd" above={rows} />
          </>
        ) : (
          <Week {...week} parity={null} />
        )}
      </div>
      <Switch
        label="Mes semaines paires et impaires diffèrent"
        checked={shown}
        disabled={differ}
        onChange={(event) => setApart(event.currentTarget.checked)}
      />
      {differ && <p className={classes.note}>Pour n’avoir qu’une semaine, rendez d’abord les deux pareilles.</p>}
    </div>
  );
}
