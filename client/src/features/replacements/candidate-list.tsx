import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import classes from './candidate-card.module.css';
import { CandidateCard } from './candidate-card.tsx';
import { orderCandidates } from './candidate-order.ts';
import { candidatesOptions } from './replacements.api.ts';

/** As many are shown before one asks for the others; those who said yes always are. */
const FIRST = 6;

/** Who may come for a need, those who said yes first. Mounted anew for another need. */
export function CandidateList({ needId, mayBook }: { needId: string; mayBook: boolean }) {
  const query = useQuery(candidatesOptions(needId, true));
  const [all, showAll] = useState(false);
  const [shown, keep] = useState<readonly string[]>([]);
  if (query.isPending) return <ListSkeleton rows={3} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const ordered = orderCandidates(query.data.items, shown);
  const offered = ordered.filter(({ offer }) => offer).map(({ person }) => person.id);
  if (offered.join() !== shown.join()) keep(offered);
  if (ordered.length === 0)
    return (
      <EmptyState
        title="Personne dans le vivier pour ce métier"
        text="Un agent d’une autre commune ou une candidate extérieure peut s’y déclarer disponible&nbsp;: elle paraîtra ici."
      />
    );
  // Once nothing is left to fill, nobody else is to be chosen.
  const filled = ordered.every(({ slots }) => slots.length === 0);
  const concerned = ordered.filter(({ offer, booked }) => offer || booked.length > 0).length;
  const first = filled ? concerned : Math.max(FIRST, offered.length);
  const listed = all ? ordered : ordered.slice(0, first);
  const others = ordered.length - listed.length;
  return (
    <>
      {listed.length > 0 && (
        <ul className={classes.list} aria-label="Candidates">
          {listed.map((candidate) => (
            <CandidateCard key={candidate.person.id} needId={needId} candidate={candidate} mayBook={mayBook} />
          ))}
        </ul>
      )}
      {others > 0 && (
        <Button className={classes.more ?? ''} onClick={() => showAll(true)}>
          Afficher {plural(others, 'autre personne', 'autres personnes')}
        </Button>
      )}
    </>
  );
}
