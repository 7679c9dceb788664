import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { Today } from '@beffroi/shared/features/today/today.contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { typeset } from '../../editor/french-typography.ts';
import { api, client, problemOf } from '../../lib/api.ts';
import { threadPath } from '../../lib/paths.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ClubMark } from '../../ui/club-mark.tsx';
import { ListRow } from '../../ui/list-card.tsx';
import { personLabel } from '../../ui/person-avatar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { offerUndo } from '../../ui/undo-notice.tsx';
import classes from './answer-row.module.css';

type Answer = Today['answers'][number];

/** Accepts the answer shown; taken back for ten seconds. */
const useAccept = ({ thread, reply }: Answer) => {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: api.today.key() });
  return useMutation({
    networkMode: 'always',
    mutationFn: () => client.forum.accept({ id: thread.id, replyId: reply.id }),
    onSuccess: () => {
      offerUndo({
        message: 'Réponse retenue, question résolue.',
        undo: () => void client.forum.unaccept({ id: thread.id }).then(refresh, refresh),
      });
      return refresh();
    },
  });
};

/** One answer to one's own question, accepted in one click. */
export function AnswerRow({ answer, club }: { answer: Answer; club: ClubCard | undefined }) {
  const { thread, reply } = answer;
  const accept = useAccept(answer);
  return (
    <ListRow>
      {club && (
        <span className={classes.mark}>
          <ClubMark mark={club.mark} hue={club.hue} />
        </span>
      )}
      <div className={classes.words}>
        <h3>
          <RowLink to={threadPath(thread.clubSlug, thread.id, reply.number)}>{typeset(thread.title)}</RowLink>
        </h3>
        <p className={classes.excerpt}>« {typeset(reply.excerpt)} »</p>
        <p className={classes.facts}>
          <b>{personLabel(reply.author)}</b>, <RelativeTime at={reply.at} />
        </p>
        {accept.error && (
          <p role="alert" className={classes.problem}>
            {problemOf(accept.error).detail}
          </p>
        )}
      </div>
      <BusyButton
        className={classes.act}
        busy={accept.isPending}
        onClick={() => accept.mutate()}
        aria-label={`Accepter la réponse à « ${thread.title} »`}
      >
        Accepter la réponse
      </BusyButton>
    </ListRow>
  );
}
