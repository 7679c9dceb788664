import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { ListCard } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Section } from '../../ui/section.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import classes from './pool.module.css';
import { PoolRow } from './pool-row.tsx';
import { type PoolView, poolOptions } from './substitutes.api.ts';

type Shown = 'all' | 'waiting' | 'agreed';
const AGREED: Record<Shown, Pick<PoolView, 'agreed'>> = { all: {}, waiting: { agreed: 'false' }, agreed: { agreed: 'true' } };

const WORDS = {
  commune: {
    title: 'Agents de la commune',
    waiting: ['attend votre accord', 'attendent votre accord'],
    empty: 'Vos agents ne sont pas encore dans le vivier',
    teach:
      'Un agent qui veut prêter main-forte à une autre commune se déclare depuis « Mes disponibilités ». Il paraît ici, et vous donnez votre accord une fois.',
  },
  outside: {
    title: 'Personnes extérieures',
    waiting: ['reste à accepter', 'restent à accepter'],
    empty: 'Personne de l’extérieur pour l’instant',
    teach:
      'Invitez plus bas qui n’a pas d’employeur dans le territoire. La personne se déclare, paraît ici, une commune l’accepte, et toutes peuvent la réserver.',
  },
} as const;

/** A part of the pool: a commune's agents, or the people from outside. */
export function PoolList({ slug, from }: { slug: string; from: 'commune' | 'outside' }) {
  const [shown, setShown] = useState<Shown>('all');
  const query = useInfiniteQuery(poolOptions({ slug, from, ...AGREED[shown] }));
  const words = WORDS[from];
  const items = query.data?.pages.flatMap((page) => page.items);
  const waiting = query.data?.pages[0]?.waitingCount ?? 0;
  return (
    <Section title={words.title} note={waiting > 0 && plural(waiting, words.waiting[0], words.waiting[1])}>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={`${words.title} : lesquels montrer`}
          size="sm"
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={[
            { value: 'all', label: 'Tout' },
            { value: 'waiting', label: 'En attente' },
            { value: 'agreed', label: 'D’accord' },
          ]}
        />
      </div>
      {query.isPending && <ListSkeleton rows={4} />}
      {query.isError && <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {items?.length === 0 &&
        (shown === 'all' ? (
          <EmptyState title={words.empty} text={words.teach} />
        ) : (
          <EmptyState title={shown === 'waiting' ? 'Rien n’attend' : 'Aucun accord en cours'} text="« Tout » montre les autres." />
        ))}
      {items && items.length > 0 && (
        <ListCard label={words.title}>
          {items.map((pooled) => (
            <PoolRow key={pooled.personId} slug={slug} pooled={pooled} />
          ))}
        </ListCard>
      )}
      <LoadMore query={query} manual />
    </Section>
  );
}
