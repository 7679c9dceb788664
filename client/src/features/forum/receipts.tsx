import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import type { Receipts } from '@beffroi/shared/features/forum/thread-kinds.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, client } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
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

/** Under an announcement's title: how many have read it, and whom it is for. */
export function ReadingMark({ thread }: { thread: Thread }) {
  const { data } = useQuery(receiptsOptions(thread.id));
  useAcknowledge(thread, data);
  return (
    <p className={classes.mark}>
      {thread.audience === 'territory' ? 'À toutes les communes du territoire' : 'Aux membres du club'}
      {' · '}
      {data ? `lue par ${plural(data.count, 'personne', 'personnes')}` : 'lecture…'}
    </p>
  );
}

function CommuneReaders({ readers: { commune, count, people } }: { readers: NonNullable<Receipts['communes']>[number] }) {
  const name = commune?.name ?? 'Hors commune';
  if (count === 0)
    return (
      <li className={classes.silent}>
        {name} <span>personne encore</span>
      </li>
    );
  const others = count - people.length;
  return (
    <li>
      <details>
        <summary>
          {name} <span>{plural(count, 'lecture', 'lectures')}</span>
        </summary>
        <ul>
          {people.map((person) => (
            <li key={person.id}>{person.name}</li>
          ))}
          {others > 0 && <li>et {plural(others, 'autre personne', 'autres personnes')}</li>}
        </ul>
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
            <CommuneReaders key={readers.commune?.slug ?? ''} readers={readers} />
          ))}
        </ul>
      ) : (
        <p className={classes.nobody}>Personne encore.</p>
      )}
    </Section>
  );
}
