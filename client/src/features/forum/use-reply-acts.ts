import type { Reply, Thread } from '@beffroi/shared/features/forum/forum.contract';
import { client } from '../../lib/api.ts';
import { offerUndo } from '../../ui/undo-notice.tsx';
import { useAttempt, useThreadUpdates } from './forum.api.ts';

const voted = (reply: Reply): Reply => ({ ...reply, useful: !reply.useful, usefulCount: reply.usefulCount + (reply.useful ? -1 : 1) });

/** What one may do with a reply; votes and acceptance show at once and are taken back when the server refuses. */
export const useReplyActs = (thread: Thread, reply: Reply) => {
  const { setReply, setThread, changeReply, update } = useThreadUpdates(thread.id);
  const { attempt, problem, pending } = useAttempt();
  const { id } = reply;

  const vote = () =>
    attempt({
      before: () => changeReply(id, voted),
      act: async () => setReply(await (reply.useful ? client.forum.unsetUseful({ id }) : client.forum.setUseful({ id }))),
      undo: () => changeReply(id, voted),
    });
  const showAccepted = (acceptedReplyId: string | null) =>
    update((before) => ({
      ...before,
      thread: { ...before.thread, acceptedReplyId, status: acceptedReplyId ? 'resolved' : 'answered', resolved: Boolean(acceptedReplyId) },
    }));
  const accept = () => {
    const before = thread.acceptedReplyId;
    const next = before === id ? null : id;
    return attempt({
      before: () => showAccepted(next),
      act: async () =>
        setThread(await (next ? client.forum.accept({ id: thread.id, replyId: id }) : client.forum.unaccept({ id: thread.id }))),
      undo: () => showAccepted(before),
    });
  };
  const restore = () => attempt({ act: async () => setReply(await client.forum.restoreReply({ id })) });
  const remove = async () => {
    const done = await attempt({ act: async () => setReply(await client.forum.deleteReply({ id })) });
    if (done) offerUndo({ message: 'Réponse supprimée.', undo: () => void restore() });
  };
  return { vote, accept, restore, remove, problem, pending };
};
