import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import type { Receipts } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, client } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './receipts.module.css';

/** An announcement glanced at for less is not read. */
export const READ_AFTER_MS = 4_000;

const receiptsOptions = (id: string) => api.forum.receipts.queryOptions({ input: { id } });

/** Says that the reader has read it once the page was before her long enough. */
const useAcknowledge = ({ id, abilities }: Thread, receipts: Receipts | undefined) => {
  const cache = useQueryClient();
  const unread = abilities['thread.acknowledge'] && receipts?.read === false;
  useEffect(() => {
    if (!unread) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      // What could not be said now is said at the next visit.
      void client.forum.acknowledge({ id }).then(
        (after) => cache.setQueryData(receiptsOptions(id).queryKey, after),
        () => undefined,
      );
    };
    const follow = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(read, READ_AFTER_MS);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [unread, id, cache]);
};

const readBy = (count: number): string =>
  count === 0 ? 'personne ne l’a encore lue' : `lue par ${plural(count, 'personne', 'personnes')}`;

/** Under an announcement's title: how many have read it, and whom it is for. */
export function ReadingMark({ thread }: { thread: Thread }) {
  const { data } = useQuery(receiptsOptions(thread.id));
  useAcknowledge(thread, data);
  return (
    <p className={classes.mark}>
      {thread.audience === 'territory' ? 'À toutes les communes du territoire' : 'Aux membres du club'}
      {' · '}
      {data ? readBy(data.count) : 'lecture…'}
    </p>
  );
}

type Readers = NonNullable<Receipts['communes']>[number];

/** Those of a commune who read before the ones it is listed with: asked for by the page. When others read, it starts anew below them. */
const useEarlierReaders = (id: string, { commune, count, people }: Readers) => {
  const query = useInfiniteQuery({
    ...api.forum.readers.infiniteOptions({
      input: (before: number) => ({ id, commune: commune?.slug, before }),
      initialPageParam: count - people.length + 1,
      getNextPageParam: (last) => last.before ?? undefined,
    }),
    enabled: false,
  });
  const { data, isFetching, isError } = query;
  const more = {
    hasNextPage: data ? query.hasNextPage : count > people.length,
    isFetchingNextPage: isFetching,
    isFetchNextPageError: isError,
    fetchNextPage: () => (data ? query.fetchNextPage() : query.refetch()),
  };
  return { earlier: data?.pages.flatMap(({ items }) => items) ?? [], more };
};

function CommuneReaders({ threadId, readers }: { threadId: string; readers: Readers }) {
  const { commune, count, people } = readers;
  const { earlier, more } = useEarlierReaders(threadId, readers);
  const name = commune?.name ?? 'Hors commune';
  if (count === 0)
    return (
      <li className={classes.silent}>
        {name} <span>personne encore</span>
      </li>
    );
  return (
    <li>
      <details>
        <summary>
          {name} <span>{plural(count, 'lecture', 'lectures')}</span>
        </summary>
        <ul>
          {[...people, ...earlier].map((person) => (
            <li key={person.id}>{person.name}</li>
          ))}
        </ul>
        <LoadMore query={more} manual />
      </details>
    </li>
  );
}

/** Who has read, by commune, for whoever must know whom to call: the communes where nobody has come first. */
export function ReadersByCommune({ threadId }: { threadId: string }) {
  const { data } = useQuery(receiptsOptions(threadId));
  const communes = data?.communes ?? [];
  if (!data?.communes) return null;
  const silent = communes.filter(({ count }) => count === 0).length;
  return (
    <Section title="Qui l’a lue" note={silent > 0 ? `${plural(silent, 'commune', 'communes')} sans lecture` : undefined}>
      {communes.length ? (
        <ul className={classes.communes}>
          {communes.map((readers) => (
            <CommuneReaders key={readers.commune?.slug ?? ''} threadId={threadId} readers={readers} />
          ))}
        </ul>
      ) : (
        <p className={classes.nobody}>Personne encore.</p>
      )}
    </Section>
  );
}
