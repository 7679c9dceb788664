import { ofPerson } from '@beffroi/shared/core/french-of';
import type { Reply, Thread } from '@beffroi/shared/features/forum/forum.contract';
import { personLabel } from '../../ui/person-avatar.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { TextButton } from './text-button.tsx';
import { useReplyModeration } from './use-moderation.ts';
import { useReasonDialog } from './use-reason-dialog.ts';

/** « Retirer », for those who animate the club, under a reply of somebody else. */
export function RemoveReply({ thread, reply }: { thread: Thread; reply: Reply }) {
  const { remove, pending, problem, forget } = useReplyModeration(thread, reply);
  const { button, isOpen, open, close } = useReasonDialog(forget);
  return (
    <>
      <TextButton quiet ref={button} label={`Retirer la réponse ${reply.number}`} onClick={open}>
        Retirer
      </TextButton>
      {isOpen && (
        <ReasonDialog
          danger
          required
          title="Retirer la réponse"
          what={`La réponse ${reply.number}, ${ofPerson(personLabel(reply.author))}, ne sera plus visible. Son auteur lira le motif et votre nom. Vous pourrez la rétablir pendant vingt-quatre heures.`}
          confirm="Retirer"
          label="Motif, dit à son auteur"
          busy={pending}
          problem={problem}
          onConfirm={(reason) => void remove(reason).then((done) => done && close())}
          onClose={close}
        />
      )}
    </>
  );
}
