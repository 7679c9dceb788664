import type { DecisionTaken } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, problemOf } from '../../lib/api.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Change } from './suggestion-card.tsx';
import classes from './suggestions.module.css';

const WORD: Record<DecisionTaken['decision'], { one: string; several: string; tone: 'green' | 'brick' | 'neutral' }> = {
  accept: { one: 'Acceptée', several: 'Acceptées', tone: 'green' },
  refuse: { one: 'Refusée', several: 'Refusées', tone: 'brick' },
  withdraw: { one: 'Retirée', several: 'Retirées', tone: 'neutral' },
};

function Decision({ taken }: { taken: DecisionTaken }) {
  const { one, several, tone } = WORD[taken.decision];
  return (
    <li className={classes.decision}>
      <p className={classes.facts}>
        <Tag tone={tone}>{taken.suggestions.length > 1 ? several : one}</Tag> par {personLabel(taken.by)} · <RelativeTime at={taken.at} />
      </p>
      {taken.suggestions.map((suggestion) => (
        <div key={suggestion.id}>
          <Change {...suggestion} />
          {suggestion.author.id !== taken.by.id && <p className={classes.facts}>Proposée par {suggestion.author.name}</p>}
        </div>
      ))}
    </li>
  );
}

/** What became of the suggestions of a model: which, by whom, when; the last first. */
export function DecisionList({ templateId }: { templateId: string }) {
  const query = useInfiniteQuery(
    api.suggestions.decisions.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: templateId, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      staleTime: 0,
    }),
  );
  if (query.isPending) return <ListSkeleton rows={3} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const decisions = query.data.pages.flatMap((page) => page.items);
  if (decisions.length === 0) return <p className={classes.none}>Aucune suggestion acceptée, refusée ou retirée pour l’instant.</p>;
  return (
    <>
      <ol className={classes.decisions} aria-label="Suggestions décidées">
        {decisions.map((taken) => (
          <Decision key={taken.id} taken={taken} />
        ))}
      </ol>
      <LoadMore query={query} />
    </>
  );
}
