import { Button, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useClubCards } from '../features/forum/forum.api.ts';
import { useForumRealtime } from '../features/forum/forum.realtime.ts';
import { ThreadRow } from '../features/forum/thread-row.tsx';
import { WatchMyClubs } from '../features/today/watch-my-clubs.tsx';
import { api, problemOf } from '../lib/api.ts';
import { askPath } from '../lib/paths.ts';
import { ListCard } from '../ui/list-card.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';

const waitingOptions = api.forum.waiting.infiniteOptions({
  input: (cursor: string | undefined) => ({ cursor }),
  initialPageParam: undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

function WaitingList() {
  const query = useInfiniteQuery(waitingOptions);
  const clubs = useClubCards();
  if (query.isPending) return <ListSkeleton rows={8} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const threads = query.data.pages.flatMap((page) => page.items);
  if (!threads.length)
    return (
      <EmptyState
        title="Toutes les questions de vos clubs ont une réponse"
        text="Celles qui arriveront paraîtront ici et sur «&nbsp;Aujourd’hui&nbsp;»."
        action={
          <Button component={Link} to={askPath()}>
            Poser une question
          </Button>
        }
      />
    );
  return (
    <>
      <ListCard label="Questions sans réponse">
        {threads.map((thread) => (
          <ThreadRow key={thread.id} thread={thread} club={clubs.get(thread.clubSlug)} time="asked" />
        ))}
      </ListCard>
      <LoadMore query={query} />
    </>
  );
}

/** Every question of the person's clubs that nobody answered yet. */
export function WaitingPage() {
  useForumRealtime();
  return (
    <Page
      title="Questions sans réponse"
      lead="Celles de vos clubs, la plus récente d’abord. Une piste suffit souvent à débloquer un collègue."
    >
      <WatchMyClubs />
      <VisuallyHidden component="h2">Questions</VisuallyHidden>
      <WaitingList />
    </Page>
  );
}
