import type { Watch } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { typeset } from '../../editor/french-typography.ts';
import { inForce } from '../../lib/french-dates.ts';
import classes from './watch-facts.module.css';

/** What a legal watch states, to be read before its text. */
export function WatchFacts({ watch }: { watch: Watch }) {
  const effect = watch.effectiveOn ? inForce(watch.effectiveOn) : 'date d’effet encore inconnue';
  return (
    <dl className={classes.facts}>
      <div>
        <dt>Source</dt>
        <dd>
          <a href={watch.sourceUrl} target="_blank" rel="noopener noreferrer">
            {typeset(watch.sourceTitle)}
          </a>{' '}
          <span className={classes.host}>{new URL(watch.sourceUrl).hostname.replace(/^www\./, '')}</span>
        </dd>
      </div>
      <div>
        <dt>Date d’effet</dt>
        <dd>{effect.replace(/^./, (first) => first.toUpperCase())}</dd>
      </div>
      <div>
        <dt>Pour qui</dt>
        <dd>{typeset(watch.audience)}</dd>
      </div>
      <div>
        <dt>Ce qui change</dt>
        <dd className={classes.change}>{typeset(watch.change)}</dd>
      </div>
    </dl>
  );
}
