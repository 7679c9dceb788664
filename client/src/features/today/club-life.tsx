import type { Today } from '@beffroi/shared/features/today/today.contract';
import { duration } from '../../lib/french-dates.ts';
import { plural } from '../../lib/french-text.ts';
import { Section } from '../../ui/section.tsx';
import classes from './club-life.module.css';
import { Sparkline } from './sparkline.tsx';

/** « Vie des clubs »: replies a week, and how long a question waits. */
export function ClubLife({ activity }: { activity: Today['activity'] }) {
  const { repliesByWeek, repliesThisWeek, medianFirstAnswerMinutes: median } = activity;
  return (
    <Section title="Vie des clubs">
      <div className={classes.life}>
        <Sparkline
          values={repliesByWeek}
          label={`Réponses par semaine depuis ${repliesByWeek.length} semaines : ${repliesByWeek.join(', ')}`}
        />
        <p>
          <b>{plural(repliesThisWeek, 'réponse', 'réponses')}</b> cette semaine
          {median !== null && (
            <>
              , première réponse en <b>{duration(median)}</b> le plus souvent
            </>
          )}
        </p>
      </div>
    </Section>
  );
}
