import { ofPerson } from '@beffroi/shared/core/french-of';
import type { Comment } from '@beffroi/shared/features/comments/comments.contract';
import type { CommentModeration } from '../features/comments/comment-card.tsx';
import { speakerLabel } from '../features/comments/comment-head.tsx';
import { useCommentAct } from '../features/comments/comments.api.ts';
import { ReasonDialog } from '../features/forum/reason-dialog.tsx';
import { RemovalNotice } from '../features/forum/thread-notices.tsx';
import { useReasonDialog } from '../features/forum/use-reason-dialog.ts';
import { client } from '../lib/api.ts';
import { personLabel } from '../ui/person-avatar.tsx';
import { offerUndo } from '../ui/undo-notice.tsx';

/** « Retirer », for those who lead the model, under a comment of somebody else. */
function RemoveComment({ comment }: { comment: Comment }) {
  const { id, author, imported } = comment;
  const { run, pending, problem, forget } = useCommentAct();
  const { button, isOpen, open, close, leave } = useReasonDialog(forget);
  const remove = async (reason: string) => {
    if (!(await run(() => client.comments.remove({ id, reason })))) return;
    leave();
    offerUndo({ message: 'Commentaire retiré.', undo: () => void run(() => client.comments.restore({ id })) });
  };
  return (
    <>
      <button ref={button} type="button" onClick={open}>
        Retirer
      </button>
      {isOpen && (
        <ReasonDialog
          danger
          required
          title="Retirer le commentaire"
          what={`Le commentaire ${ofPerson(speakerLabel(comment))} ne sera plus visible. ${imported ? `Qui l’a importé, ${personLabel(author)},` : 'Son auteur'} lira le motif et votre nom. Vous pourrez le rétablir pendant vingt-quatre heures.`}
          confirm="Retirer"
          label={imported ? 'Motif, dit à qui l’a importé' : 'Motif, dit à son auteur'}
          busy={pending}
          problem={problem}
          onConfirm={(reason) => void remove(reason)}
          onClose={close}
        />
      )}
    </>
  );
}

/** Of the comments beside a model: as of any text another wrote, in the words of the exchanges. */
export const commentModeration: CommentModeration = {
  remove: (comment) => <RemoveComment comment={comment} />,
  removed: (comment) => <RemovalNotice removal={comment.removal} what={`Commentaire ${ofPerson(speakerLabel(comment))} retiré`} />,
};
