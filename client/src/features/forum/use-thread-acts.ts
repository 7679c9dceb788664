import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, client } from '../../lib/api.ts';
import { clubPath, threadPath } from '../../lib/paths.ts';
import { offerUndo } from '../../ui/undo-notice.tsx';
import { useAttempt, useThreadUpdates } from './forum.api.ts';
import { KIND_WORDS } from './kind-words.ts';

/** What one may do with a thread; « moi aussi » shows at once and is taken back when the server refuses. */
export const useThreadActs = (thread: Thread) => {
  const { update, setThread } = useThreadUpdates(thread.id);
  const { attempt, problem, pending } = useAttempt();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { id } = thread;
  const listsStale = () => cache.invalidateQueries({ queryKey: api.forum.list.key({ input: { slug: thread.clubSlug } }) });

  const toggle = () =>
    update(({ thread: shown, ...rest }) => ({
      ...rest,
      thread: { ...shown, meToo: !shown.meToo, meTooCount: shown.meTooCount + (shown.meToo ? -1 : 1) },
    }));
  const meToo = () =>
    attempt({
      before: toggle,
      act: async () => setThread(await (thread.meToo ? client.forum.unsetMeToo({ id }) : client.forum.setMeToo({ id }))),
      undo: toggle,
    });
  const restore = () =>
    attempt({
      act: async () => {
        setThread(await client.forum.restore({ id }));
        await listsStale();
        await navigate(threadPath(thread.clubSlug, id));
      },
    });
  const remove = async () => {
    const done = await attempt({
      act: async () => {
        setThread(await client.forum.delete({ id }));
        await listsStale();
      },
    });
    if (!done) return;
    offerUndo({ message: KIND_WORDS[thread.kind].removed, undo: () => void restore() });
    await navigate(clubPath(thread.clubSlug));
  };
  return { meToo, restore, remove, problem, pending };
};
