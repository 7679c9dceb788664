import type { CatchUpItem } from '@beffroi/shared/features/attention/attention.contract';
import { Box, Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { catchUpOptions, useClear } from '../features/attention/attention.api.ts';
import { CatchUpKeys } from '../features/attention/catch-up-keys.tsx';
import { ClearAll } from '../features/attention/clear-all.tsx';
import { useClearing, useReadElsewhere } from '../features/attention/use-clearing.ts';
import { focusRowSoon, useListKeys } from '../features/attention/use-list-keys.ts';
import { WatchMyClubs } from '../features/today/watch-my-clubs.tsx';
import { problemOf } from '../lib/api.ts';
import { useSocketEvent } from '../lib/socket.ts';
import { useSingleKeys } from '../shell/shortcuts.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { offerUndo } from '../ui/undo-notice.tsx';
import { CatchUpSections } from './catch-up-sections.tsx';

const UpToDate = () => (
  <EmptyState
    title="Vous êtes à jour"
    text="Les nouveaux sujets et les réponses de ce que vous suivez paraîtront ici&nbsp;: mentions d’abord, puis club par club."
    action={
      <Button component={Link} to="/" variant="filled">
        Aller à Aujourd’hui
      </Button>
    }
  />
);

/** The list and what clears it, by the pointer and by the keyboard alike. */
function CatchUpList({ items, more }: { items: CatchUpItem[]; more: React.ReactNode }) {
  const { cleared, clear, undo } = useClearing();
  const elsewhere = useReadElsewhere(items);
  const announce = useAnnounce();
  const list = useRef<HTMLDivElement>(null);
  const shown = items.filter(({ thread, lastNumber }) => !cleared.has(thread.id) && (elsewhere.get(thread.id) ?? -1) < lastNumber);
  const takeBack = () => {
    const item = undo();
    if (!item) return;
    announce(`« ${item.thread.title} » est de nouveau à lire.`);
    focusRowSoon(list, items.filter(({ thread }) => !cleared.has(thread.id) || thread.id === item.thread.id).indexOf(item));
  };
  const clearAt = (index: number) => {
    const item = shown[index];
    if (!item) return;
    clear(item);
    const left = shown.length - 1;
    announce(`« ${item.thread.title} » est lu. ${left === 0 ? 'Vous êtes à jour.' : `Encore ${left} à lire.`}`);
    offerUndo({ message: 'Sujet marqué comme lu.', undo: takeBack });
    focusRowSoon(list, index);
  };
  useListKeys(list, useSingleKeys(), { clear: clearAt, undo: takeBack });
  return (
    <div ref={list} tabIndex={-1}>
      {shown.length === 0 ? <UpToDate /> : <CatchUpSections items={shown} onClear={(item) => clearAt(shown.indexOf(item))} />}
      {more}
    </div>
  );
}

/** Everything that waits in what the person follows, cleared one by one or at once. */
export function CatchUpPage() {
  const query = useInfiniteQuery(catchUpOptions());
  const clearing = useClear();
  const [news, setNews] = useState(false);
  const letters = useSingleKeys();
  useSocketEvent('reply.created', () => setNews(true));
  useSocketEvent('thread.created', () => setNews(true));
  const refresh = () => {
    setNews(false);
    void query.refetch();
  };
  const [first] = query.data?.pages ?? [];
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="À rattraper" lead="Ce que vous n’avez pas encore lu de ce que vous suivez.">
      <WatchMyClubs />
      {items.length > 0 && letters && <CatchUpKeys />}
      {query.isPending && <ListSkeleton rows={8} />}
      {query.isError && !query.data && <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      <div role="status">
        {news && (
          <Button variant="filled" radius="xl" size="compact-md" mb={10} onClick={refresh}>
            Du nouveau : actualiser la liste
          </Button>
        )}
      </div>
      {first && (
        <CatchUpList
          key={query.data?.pages[0]?.asOf}
          items={items}
          more={
            <>
              <LoadMore query={query} />
              {items.length > 1 && (
                <Box mt={18}>
                  <ClearAll
                    error={clearing.error}
                    busy={clearing.isPending}
                    onClear={() => clearing.mutate({ until: first.asOf }, { onSuccess: refresh })}
                  />
                </Box>
              )}
            </>
          }
        />
      )}
    </Page>
  );
}
