import type { Comment, CommentThread } from '@beffroi/shared/features/comments/comments.contract';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { typeset } from '../../editor/french-typography.ts';
import { client } from '../../lib/api.ts';
import { plural } from '../../lib/french-text.ts';
import { personLabel } from '../../ui/person-avatar.tsx';
import { SteadyButton } from '../../ui/steady-button.tsx';
import { offerUndo } from '../../ui/undo-notice.tsx';
import { CommentForm } from './comment-form.tsx';
import { CommentHead } from './comment-head.tsx';
import { CommentText } from './comment-text.tsx';
import { useCommentAct } from './comments.api.ts';
import classes from './comments.module.css';

interface CommentCardProps {
  thread: CommentThread;
  clubSlug: string;
  /** Its passage is no longer in the text. */
  isGone: boolean;
  /** One is at it: all that was answered is shown. */
  isOpen: boolean;
  moderation: CommentModeration;
}

/** What the page brings of moderation: how another's comment is removed, and what is said of one that was. */
export interface CommentModeration {
  remove: (comment: Comment) => ReactNode;
  removed: (comment: Comment) => ReactNode;
}

type Acts = ReturnType<typeof useCommentAct>;

const SHORT = 60;
const shortened = (quote: string): string => {
  const line = quote.replaceAll(/\s+/g, ' ');
  return line.length > SHORT ? `${line.slice(0, SHORT).trimEnd()}…` : line;
};

interface WrittenProps extends Pick<CommentCardProps, 'clubSlug' | 'isOpen' | 'moderation'> {
  comment: Comment;
  acts: Acts;
  about?: string;
}

function Written({ comment, clubSlug, isOpen, moderation, acts, about }: WrittenProps) {
  const [isEditing, setEditing] = useState(false);
  const { id, abilities } = comment;
  const restore = () => acts.run(() => client.comments.restore({ id }));
  const remove = async () => {
    if (await acts.run(() => client.comments.delete({ id }))) offerUndo({ message: 'Commentaire supprimé.', undo: () => void restore() });
  };
  if (comment.deleted || !comment.body)
    return (
      <p className={classes.gone}>
        {comment.removal ? moderation.removed(comment) : 'Commentaire supprimé.'}{' '}
        {abilities['comment.restore'] && (
          <Button h={24} fz={13} px={6} variant="subtle" onClick={() => void restore()}>
            Rétablir
          </Button>
        )}
      </p>
    );
  return (
    <div className={classes.written}>
      <CommentHead comment={comment} about={about} />
      {isEditing ? (
        <CommentForm
          label="Votre commentaire"
          clubSlug={clubSlug}
          draftKey={`comment-edit:${id}`}
          initial={comment.body}
          sendLabel="Enregistrer"
          sending={acts.pending}
          error={acts.problem?.detail ?? null}
          onSend={async (body) => {
            const done = await acts.run(() => client.comments.edit({ id, body, version: comment.version }));
            if (done) setEditing(false);
            return done;
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <CommentText body={comment.body} isOpen={isOpen} />
      )}
      {comment.imported && <p className={classes.importer}>Importé de Word par {personLabel(comment.author)}.</p>}
      {!isEditing && (abilities['comment.edit'] || abilities['comment.delete'] || abilities['comment.remove']) && (
        <div className={classes.own}>
          {abilities['comment.edit'] && (
            <button type="button" onClick={() => setEditing(true)}>
              Modifier
            </button>
          )}
          {abilities['comment.delete'] && (
            <button type="button" onClick={() => void (acts.pending || remove())} aria-disabled={acts.pending || undefined}>
              Supprimer
            </button>
          )}
          {abilities['comment.remove'] && moderation.remove(comment)}
        </div>
      )}
    </div>
  );
}

/** A comment, what was answered, and what one may do. */
export function CommentCard({ thread, clubSlug, isGone, isOpen, moderation }: CommentCardProps) {
  const acts = useCommentAct();
  const [isAnswering, setAnswering] = useState(false);
  const { id, resolution, abilities } = thread;
  // A long discussion would push the others far from their text. Pressing anything in a card opens it.
  const hidden = isOpen || isAnswering ? 0 : Math.max(0, thread.replies.length - 1);
  const settle = () => acts.run(() => (resolution ? client.comments.reopen({ id }) : client.comments.resolve({ id })));
  return (
    <>
      {isGone && <p className={classes.gone}>Le passage commenté a été supprimé&nbsp;: «&nbsp;{typeset(shortened(thread.quote))}&nbsp;»</p>}
      <Written
        comment={thread}
        clubSlug={clubSlug}
        isOpen={isOpen}
        moderation={moderation}
        acts={acts}
        {...(!isGone && { about: shortened(thread.quote) })}
      />
      {hidden > 0 && (
        <button type="button" className={classes.more}>
          {plural(hidden, 'réponse', 'réponses')} avant
        </button>
      )}
      {thread.replies.slice(hidden).map((reply) => (
        <div key={reply.id} className={classes.reply}>
          <Written comment={reply} clubSlug={clubSlug} isOpen={isOpen} moderation={moderation} acts={acts} />
        </div>
      ))}
      {resolution && <p className={classes.facts}>{resolution.by ? `Résolu par ${personLabel(resolution.by)}.` : 'Résolu dans Word.'}</p>}
      {acts.problem && !isAnswering && (
        <p role="alert" className={classes.problem}>
          {acts.problem.detail}
        </p>
      )}
      {isAnswering ? (
        <CommentForm
          label="Votre réponse"
          clubSlug={clubSlug}
          draftKey={`comment-reply:${id}`}
          sendLabel="Répondre"
          sending={acts.pending}
          error={acts.problem?.detail ?? null}
          onSend={async (body, idempotencyKey) => {
            const done = await acts.run(() => client.comments.reply({ id, body, idempotencyKey }));
            if (done) setAnswering(false);
            return done;
          }}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        <div className={classes.acts}>
          {abilities['comment.reply'] && (
            <Button h={30} fz={14} px={10} variant="subtle" onClick={() => setAnswering(true)}>
              Répondre
            </Button>
          )}
          {abilities['comment.resolve'] && (
            <SteadyButton h={30} fz={14} px={10} variant="subtle" onClick={() => void settle()} idle={acts.pending}>
              {resolution ? 'Rouvrir' : 'Résoudre'}
            </SteadyButton>
          )}
        </div>
      )}
    </>
  );
}
