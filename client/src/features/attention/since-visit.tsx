import type { Visit } from '@beffroi/shared/features/attention/attention.contract';
import { UNREAD_SHOWN_MAX } from '@beffroi/shared/features/attention/attention.limits';
import { Button } from '@mantine/core';
import { sinceDay } from '../../lib/french-dates.ts';
import { plural } from '../../lib/french-text.ts';
import classes from './since-visit.module.css';

const upTo = (count: number, one: string, many: string): string =>
  count > UNREAD_SHOWN_MAX ? `plus de ${UNREAD_SHOWN_MAX} ${many}` : plural(count, one, many);

interface SinceVisitProps {
  visit: Visit;
  /** The list shows only what moved since. */
  active: boolean;
  onToggle: (active: boolean) => void;
}

/** « Depuis votre dernière visite (mardi) : 4 sujets, 11 réponses », and a way to see only those. Nothing where nothing came. */
export function SinceVisit({ visit: { since, threads, replies }, active, onToggle }: SinceVisitProps) {
  if (!since || threads + replies === 0) return null;
  const words = [
    threads > 0 && upTo(threads, 'nouveau sujet', 'nouveaux sujets'),
    replies > 0 && upTo(replies, 'réponse', 'réponses'),
  ].filter(Boolean);
  return (
    <p className={classes.since} data-print="hidden">
      <span>
        Depuis votre dernière visite ({sinceDay(since)}) : <b>{words.join(', ')}</b>
      </span>
      <Button variant={active ? 'light' : 'default'} size="compact-sm" aria-pressed={active} onClick={() => onToggle(!active)}>
        {active ? 'Tout revoir' : 'Voir seulement cela'}
      </Button>
    </p>
  );
}
