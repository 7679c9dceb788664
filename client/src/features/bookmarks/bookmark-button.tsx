import { Button } from '@mantine/core';
import IconBookmark from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs';
import IconBookmarkFilled from '@tabler/icons-react/dist/esm/icons/IconBookmarkFilled.mjs';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client } from '../../lib/api.ts';

/** Puts a thread aside for oneself, or no more; shown at once, taken back when the server refuses. */
export function BookmarkButton({ threadId }: { threadId: string }) {
  const cache = useQueryClient();
  const options = api.bookmarks.get.queryOptions({ input: { id: threadId } });
  const { data } = useQuery(options);
  const show = (bookmarked: boolean) => cache.setQueryData(options.queryKey, { bookmarked });
  const toggle = useMutation({
    networkMode: 'always',
    mutationFn: (bookmarked: boolean) => client.bookmarks[bookmarked ? 'set' : 'unset']({ id: threadId }),
    onMutate: show,
    onError: (_error, bookmarked) => show(!bookmarked),
    onSettled: () => cache.invalidateQueries({ queryKey: api.bookmarks.list.key() }),
  });
  const bookmarked = data?.bookmarked ?? false;
  const Icon = bookmarked ? IconBookmarkFilled : IconBookmark;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      // Its words, not its edge, stand in line with the title.
      ml={-13}
      aria-pressed={bookmarked}
      leftSection={<Icon size={16} stroke={1.8} aria-hidden />}
      disabled={!data}
      onClick={() => toggle.mutate(!bookmarked)}
      data-print="hidden"
    >
      {bookmarked ? 'Dans vos signets' : 'Mettre en signet'}
    </Button>
  );
}
