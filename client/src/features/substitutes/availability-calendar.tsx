import { Button } from '@mantine/core';
import { problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { Section } from '../../ui/section.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import type { Booked } from './half-cell.tsx';
import calendarClasses from './half-day-calendar.module.css';
import { HalfDayCalendar } from './half-day-calendar.tsx';
import classes from './profile.module.css';
import { useAvailability } from './use-availability.ts';
import { WeekGrid } from './week-grid.tsx';

/** What the colours and edges of the calendar mean, in words. */
const Legend = () => (
  <ul className={calendarClasses.legend}>
    <li>
      <span className={calendarClasses.swatch} data-state="available" /> disponible
    </li>
    <li>
      <span className={calendarClasses.swatch} data-state="exception" /> autrement que ma semaine
    </li>
    <li>
      <span className={calendarClasses.swatch} data-state="booked" /> réservé
    </li>
  </ul>
);

/** One's usual week, then the months to come, each half-day at a touch. */
export function AvailabilityCalendar({ booked }: { booked: ReadonlyMap<string, Booked> }) {
  const { query, calendar, change, problem, unsaved, retry } = useAvailability();
  if (query.isError) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  if (!calendar) return <ListSkeleton rows={6} mark={false} />;
  return (
    <>
      {problem && (
        <div role="alert" className={classes.problem}>
          <p>
            {problem.detail} {plural(unsaved, 'changement attend', 'changements attendent')}, rien n’est perdu.
          </p>
          <Button onClick={retry}>Réessayer</Button>
        </div>
      )}
      <Section title="Ma semaine habituelle" note="Touchez les demi-journées où vous pouvez venir d’ordinaire.">
        <WeekGrid calendar={calendar} change={change} />
      </Section>
      <Section title="Mon calendrier" note={'Un jour fait exception\u00a0? Touchez-le.'}>
        <HalfDayCalendar
          calendar={calendar}
          booked={booked}
          onChange={({ date, half }, available) => change({ kind: 'day', date, half, available })}
        />
        <Legend />
      </Section>
    </>
  );
}
