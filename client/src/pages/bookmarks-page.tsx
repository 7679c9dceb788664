import { Button, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useClubCards } from '../features/forum/forum.api.ts';
import { ThreadRow } from '../features/forum/thread-row.tsx';
import { api, problemOf } from '../lib/api.ts';
import { ListCard } from '../ui/list-card.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';

const bookmarksOptions = api.bookmarks.list.infiniteOptions({
  input: (cursor: string | undefined) => ({ cursor }),
  initialPageParam: undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

function Bookmarks() {
  const query = useInfiniteQuery(bookmarksOptions);
  const clubs = useClubCards();
  if (query.isPending) return <ListSkeleton rows={6} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const threads = query.data.pages.flatMap((page) => page.items);
  if (!threads.length && !query.hasNextPage)
    return (
      <EmptyState
        title="Aucun signet pour l’instant"
        text="Un marché à relancer en mars, une délibération à préparer&nbsp;: «&nbsp;Mettre en signet&nbsp;», sur la page d’un sujet, le garde ici pour vous seul."
        action={
          <Button component={Link} to="/clubs" variant="filled">
            Voir les clubs
          </Button>
        }
      />
    );
  return (
    <>
      <VisuallyHidden component="h2">Sujets mis en signet</VisuallyHidden>
      <ListCard label="Signets">
        {threads.map((thread) => (
          <ThreadRow key={thread.id} thread={thread} club={clubs.get(thread.clubSlug)} />
        ))}
      </ListCard>
      <LoadMore query={query} />
    </>
  );
}

/** The threads one put aside. */
export function BookmarksPage() {
  return (
    <Page title="Signets" lead="Les sujets que vous avez mis de côté, visibles de vous seul.">
      <Bookmarks />
    </Page>
  );
}
