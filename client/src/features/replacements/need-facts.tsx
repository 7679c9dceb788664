import type { NeedItem } from '@beffroi/shared/features/replacements/replacements.schemas';
import { useNow } from '../../lib/clock.ts';
import { fromWhen } from './half-day-words.ts';
import classes from './need-facts.module.css';
import { kilometres, openSlots } from './need-words.ts';

/** « Hergnies · 14 km · dès demain 8 h 20 »: where, how far, and from when somebody is wanted. */
export function NeedFacts({ need, away = false }: { need: NeedItem; away?: boolean }) {
  const now = useNow();
  const first = openSlots(need.slots)[0];
  const facts = [need.commune.name, kilometres(need.distanceKm), first && (need.atRisk || away) ? fromWhen(first, now) : null].filter(
    (fact) => fact !== null && fact !== undefined,
  );
  return (
    <p className={classes.facts}>
      {need.atRisk && <b>Urgent</b>}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}
