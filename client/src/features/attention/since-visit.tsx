import type { Visit } from '@beffroi/shared/features/attention/attention.contract';
import { UNREAD_SHOWN_MAX } from '@beffroi/shared/features/attention/attention.limits';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
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
  /** What else one does with what came. */
  children?: ReactNode;
}

/** Whether anything came since one's visit before. */
export const cameSince = ({ since, threads, replies }: Visit): boolean => Boolean(since) && threads + replies > 0;

/** « Depuis votre dernière visite (mardi) : 4 sujets, 11 réponses », and a way to see only those. Nothing where nothing came. */
export function SinceVisit({ visit, active, onToggle, children }: SinceVisitProps) {
  const { since, threads, replies } = visit;
  if (!since || !cameSince(visit)) return null;
  const words = [
    threads > 0 && upTo(threads, 'nouveau sujet', 'nouveaux sujets'),
    replies > 0 && upTo(replies, 'réponse', 'réponses'),
  ].filter(Boolean);
  return (
    <div className={classes.since} data-print="hidden">
      <span>
        Depuis votre dernière visite ({sinceDay(since)}) : <b>{words.join(', ')}</b>
      </span>
      <Button variant={active ? 'light' : 'default'} fz={14} h={30} px={10} aria-pressed={active} onClick={() => onToggle(!active)}>
        {active ? 'Tout revoir' : 'Les voir'}
      </Button>
      {children}
    </div>
  );
}
