import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { useNow } from '../../lib/clock.ts';
import { plural } from '../../lib/french-text.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './need-facts.module.css';
import { nextWaveInWords } from './wave-words.ts';

/** « Publié il y a 4 min · 10 personnes prévenues, 3 réponses · les suivantes dans 2 min ». */
export function NeedTold({ need }: { need: Need }) {
  const now = useNow();
  const { told, nextAt } = need.waves;
  const answers = new Set([...need.offers, ...need.bookings].map(({ substitute }) => substitute.id)).size;
  return (
    <p className={classes.facts} data-row>
      <span>
        Publié <RelativeTime inSentence at={need.publishedAt} />
      </span>
      <span>
        {told === 0 ? 'personne n’est encore prévenu' : plural(told, 'personne prévenue', 'personnes prévenues')}
        {need.abilities['replacement.see-people'] && told > 0 && `, ${plural(answers, 'réponse', 'réponses')}`}
      </span>
      {nextAt && <span>{nextWaveInWords(nextAt, now)}</span>}
    </p>
  );
}
