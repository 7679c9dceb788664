import type { Reply, Thread } from '@beffroi/shared/features/forum/forum.contract';
import { useQueryClient } from '@tanstack/react-query';
import { api, client } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { offerUndo } from '../../ui/undo-notice.tsx';
import { useAttempt, useThreadUpdates } from './forum.api.ts';

/** Runs a moderation, shows the thread as it then is, and offers to take back what can be. */
const useAct = (id: string) => {
  const { setThread } = useThreadUpdates(id);
  const { attempt, ...state } = useAttempt();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const act = async (run: () => Promise<Thread>, said: string, undo?: () => Promise<Thread>): Promise<boolean> => {
    const done = await attempt({
      act: async () => {
        setThread(await run());
        const stale = [api.forum.list.key(), api.forum.pinned.key(), api.moderation.key()];
        for (const queryKey of stale) void cache.invalidateQueries({ queryKey });
      },
    });
    if (!done) return false;
    if (undo) offerUndo({ message: said, undo: () => void act(undo, 'C’est annulé.') });
    else announce(said);
    return true;
  };
  return { act, ...state };
};

type Act = ReturnType<typeof useAct>['act'];
const { forum } = client;

/** Whether it stands first, and whether it takes replies. */
const standingActs = (act: Act, id: string) => ({
  pin: () =>
    act(
      () => forum.pin({ id }),
      'Sujet épinglé en haut du club.',
      () => forum.unpin({ id }),
    ),
  unpin: () =>
    act(
      () => forum.unpin({ id }),
      'Sujet retiré du haut du club.',
      () => forum.pin({ id }),
    ),
  close: (reason: string) =>
    act(
      () => forum.close({ id, reason }),
      'Sujet fermé.',
      () => forum.reopen({ id }),
    ),
  reopen: () => act(() => forum.reopen({ id }), 'Sujet rouvert.'),
});

/** Which club and which question it belongs to, and whether it belongs anywhere. */
const placeActs = (act: Act, { id, clubSlug }: Pick<Thread, 'id' | 'clubSlug'>) => ({
  move: (club: string) =>
    act(
      () => forum.move({ id, club }),
      'Sujet déplacé.',
      () => forum.move({ id, club: clubSlug }),
    ),
  markDuplicate: (of: string) =>
    act(
      () => forum.markDuplicate({ id, of }),
      'Relié au premier sujet.',
      () => forum.unmarkDuplicate({ id }),
    ),
  unmarkDuplicate: () => act(() => forum.unmarkDuplicate({ id }), 'Le lien est retiré.'),
  remove: (reason: string) =>
    act(
      () => forum.remove({ id, reason }),
      'Sujet retiré.',
      () => forum.restore({ id }),
    ),
});

/** What those who animate a club do with a thread. */
export const useThreadModeration = (thread: Thread) => {
  const { act, ...state } = useAct(thread.id);
  return { ...standingActs(act, thread.id), ...placeActs(act, thread), ...state };
};

/** The same for a reply: it is only ever removed. */
export const useReplyModeration = (thread: Thread, reply: Reply) => {
  const { setReply } = useThreadUpdates(thread.id);
  const { attempt, problem, pending, forget } = useAttempt();
  const { id } = reply;
  const remove = async (reason: string): Promise<boolean> => {
    const done = await attempt({ act: async () => setReply(await client.forum.removeReply({ id, reason })) });
    const restore = () => attempt({ act: async () => setReply(await client.forum.restoreReply({ id })) });
    if (done) offerUndo({ message: 'Réponse retirée.', undo: () => void restore() });
    return done;
  };
  return { remove, problem, pending, forget };
};
