import type { Reply, Thread } from '@beffroi/shared/features/forum/forum.contract';
import { lazy, Suspense, useState } from 'react';
import { RichTextView } from '../../editor/rich-text-view.tsx';
import { client } from '../../lib/api.ts';
import { threadPath } from '../../lib/paths.ts';
import { personLabel } from '../../ui/person-avatar.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Byline } from './byline.tsx';
import { CopyLink } from './copy-link.tsx';
import { useThreadUpdates } from './forum.api.ts';
import { problemSentence } from './problem-sentence.ts';
import classes from './reply-card.module.css';
import { ReportButton } from './report-button.tsx';
import { TextButton } from './text-button.tsx';
import { RemovalNotice } from './thread-notices.tsx';
import { focusReplySoon, replyAnchor } from './use-arrivals.ts';
import { useReplyActs } from './use-reply-acts.ts';

const EditForm = lazy(() => import('./edit-form.tsx').then((module) => ({ default: module.EditForm })));
const HistoryDrawer = lazy(() => import('./history-drawer.tsx').then((module) => ({ default: module.HistoryDrawer })));

const RemoveReply = lazy(() => import('./remove-reply.tsx').then((module) => ({ default: module.RemoveReply })));

interface ReplyCardProps {
  thread: Thread;
  reply: Reply;
  fresh: boolean;
  /** The address names this reply. */
  target: boolean;
  /** Opens a box under the conversation; left out where one may not reply. */
  onReply?: (() => void) | undefined;
}

type Acts = ReturnType<typeof useReplyActs>;

function Deleted({ reply, acts }: { reply: Reply; acts: Acts }) {
  return (
    <article id={replyAnchor(reply.number)} tabIndex={-1} className={classes.deleted}>
      {reply.removal ? (
        <RemovalNotice removal={reply.removal} what={`Réponse ${reply.number} retirée`} />
      ) : (
        `Réponse ${reply.number} supprimée.`
      )}
      {reply.abilities['reply.restore'] && (
        <TextButton onClick={() => void acts.restore()} disabled={acts.pending}>
          Rétablir
        </TextButton>
      )}
    </article>
  );
}

function Useful({ reply, acts }: { reply: Reply; acts: Acts }) {
  const words = reply.usefulCount > 0 ? `Utile · ${reply.usefulCount}` : 'Utile';
  if (reply.abilities['reply.vote'])
    return (
      <TextButton pressed={reply.useful} onClick={() => void acts.vote()}>
        {words}
      </TextButton>
    );
  return reply.usefulCount > 0 ? <span className={classes.count}>{words}</span> : null;
}

/** One reply: who, when, what, and what one may do with it. */
export function ReplyCard({ thread, reply, fresh, target, onReply }: ReplyCardProps) {
  const acts = useReplyActs(thread, reply);
  const { setReply } = useThreadUpdates(thread.id);
  const [open, setOpen] = useState<'edit' | 'history' | null>(null);
  if (reply.deleted || !reply.body) return <Deleted reply={reply} acts={acts} />;
  const accepted = thread.acceptedReplyId === reply.id;
  const { abilities } = reply;
  const mayAccept = accepted ? thread.abilities['thread.accept'] : abilities['reply.accept'];
  return (
    <article
      id={replyAnchor(reply.number)}
      tabIndex={-1}
      className={classes.card}
      aria-label={`Réponse ${reply.number}, ${personLabel(reply.author)}`}
      data-accepted={accepted || undefined}
      data-nested={reply.parentId ? true : undefined}
      data-fresh={fresh || undefined}
      data-target={target || undefined}
    >
      <Byline
        author={reply.author}
        at={reply.createdAt}
        editedAt={reply.editedAt}
        editedBy={reply.editedBy}
        onHistory={() => setOpen('history')}
      >
        {accepted && <Tag tone="green">Réponse retenue</Tag>}
      </Byline>
      <div className={classes.body}>
        {open === 'edit' ? (
          <Suspense fallback={<RichTextView doc={reply.body} headingsFrom={3} />}>
            <EditForm
              id={reply.id}
              label="Votre réponse"
              clubSlug={thread.clubSlug}
              text={{ title: null, body: reply.body, version: reply.version }}
              save={async ({ body, version }) => setReply(await client.forum.editReply({ id: reply.id, body, version }))}
              onClose={() => {
                setOpen(null);
                focusReplySoon(reply.number);
              }}
            />
          </Suspense>
        ) : (
          <RichTextView doc={reply.body} headingsFrom={3} />
        )}
      </div>
      {open !== 'edit' && (
        <div className={classes.acts} data-print="hidden">
          <Useful reply={reply} acts={acts} />
          {onReply && <TextButton onClick={onReply}>Répondre</TextButton>}
          {mayAccept && (
            <TextButton onClick={() => void acts.accept()} disabled={acts.pending}>
              {accepted ? 'Ne plus retenir' : 'Retenir cette réponse'}
            </TextButton>
          )}
          <div className={classes.quiet}>
            <CopyLink path={threadPath(thread.clubSlug, thread.id, reply.number)} label={`Copier le lien de la réponse ${reply.number}`} />
            {abilities['reply.edit'] && (
              <TextButton quiet onClick={() => setOpen('edit')}>
                Modifier
              </TextButton>
            )}
            {abilities['reply.report'] && <ReportButton kind="reply" id={reply.id} label={`Signaler la réponse ${reply.number}`} />}
            {abilities['reply.remove'] && (
              <Suspense fallback={null}>
                <RemoveReply thread={thread} reply={reply} />
              </Suspense>
            )}
            {abilities['reply.delete'] && (
              <TextButton quiet onClick={() => void acts.remove()} disabled={acts.pending}>
                Supprimer
              </TextButton>
            )}
          </div>
        </div>
      )}
      {acts.problem && (
        <p role="alert" className={classes.problem}>
          {problemSentence(acts.problem)}
        </p>
      )}
      {open === 'history' && (
        <Suspense fallback={null}>
          <HistoryDrawer kind="reply" id={reply.id} current={reply} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </article>
  );
}
