import type { RichText } from '@beffroi/shared/core/rich-text';
import type { Reply, Thread } from '@beffroi/shared/features/forum/forum.contract';
import { Button } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { RichTextView } from '../../editor/rich-text-view.tsx';
import { client } from '../../lib/api.ts';
import { longDate } from '../../lib/french-dates.ts';
import { plural } from '../../lib/french-text.ts';
import { threadPath } from '../../lib/paths.ts';
import { personLabel } from '../../ui/person-avatar.tsx';
import type { VersionedText } from './conflict.tsx';
import { CopyLink } from './copy-link.tsx';
import { useThreadUpdates } from './forum.api.ts';
import { Invited } from './invitations.tsx';
import { KIND_WORDS } from './kind-words.ts';
import { problemSentence } from './problem-sentence.ts';
import classes from './question.module.css';
import { ReportButton } from './report-button.tsx';
import { TextButton } from './text-button.tsx';
import { askedAgain, RemovalNotice } from './thread-notices.tsx';
import { goToReply, replyAnchor } from './use-arrivals.ts';
import { useThreadActs } from './use-thread-acts.ts';
import { WatchFacts } from './watch-facts.tsx';
import { typedWatch, writtenWatch } from './watch-typed.ts';

const EditForm = lazy(() => import('./edit-form.tsx').then((module) => ({ default: module.EditForm })));
const HistoryDrawer = lazy(() => import('./history-drawer.tsx').then((module) => ({ default: module.HistoryDrawer })));

const ModerateThread = lazy(() => import('./moderate-thread.tsx').then((module) => ({ default: module.ModerateThread })));

type Open = 'edit' | 'history' | null;

function MeToo({ thread, onToggle }: { thread: Thread; onToggle: () => void }) {
  const words = thread.meTooCount > 0 ? `Moi aussi · ${thread.meTooCount}` : 'Moi aussi';
  if (!thread.abilities['thread.me-too']) return null;
  return (
    <Button variant={thread.meToo ? 'light' : 'default'} aria-pressed={thread.meToo} onClick={onToggle}>
      {words}
    </Button>
  );
}

/** The accepted answer in a line, where it is not the first thing one reads. */
function AcceptedAnswer({ reply }: { reply: Reply }) {
  const go = (event: React.MouseEvent) => {
    event.preventDefault();
    goToReply(reply.number);
    window.history.replaceState(window.history.state, '', `#${replyAnchor(reply.number)}`);
  };
  return (
    <a className={classes.accepted} href={`#${replyAnchor(reply.number)}`} onClick={go}>
      <b>Réponse retenue</b>
      <span>
        {personLabel(reply.author)}, {longDate(reply.createdAt)}
      </span>
    </a>
  );
}

const textOf = ({ title, version, watch, tags = [] }: Thread, body: RichText): VersionedText => ({
  title,
  body,
  version,
  watch: watch ? typedWatch(watch) : undefined,
  tags: tags.map(({ slug }) => slug),
});
const editOf = (id: string, { title, body, version, watch, tags }: VersionedText) => ({
  id,
  title: title ?? '',
  body,
  version,
  watch: watch && writtenWatch(watch),
  tags,
});

interface QuestionProps {
  thread: Thread;
  /** Shown in a line above the replies when it is given. */
  accepted: Reply | null;
}

/** What was asked, and what one may do with it. */
export function Question({ thread, accepted }: QuestionProps) {
  const acts = useThreadActs(thread);
  const { setThread } = useThreadUpdates(thread.id);
  const [open, setOpen] = useState<Open>(null);
  const modify = useRef<HTMLButtonElement>(null);
  const { abilities } = thread;
  const words = KIND_WORDS[thread.kind];
  if (thread.deleted || !thread.body)
    return (
      <div className={classes.deleted}>
        {thread.removal ? <RemovalNotice removal={thread.removal} what="Sujet retiré" /> : words.removedHere}{' '}
        {abilities['thread.restore'] && <Button onClick={() => void acts.restore()}>{words.restore}</Button>}
      </div>
    );
  return (
    <div className={classes.question}>
      {open === 'edit' ? (
        <Suspense fallback={<RichTextView doc={thread.body} />}>
          <EditForm
            id={thread.id}
            label={words.own}
            clubSlug={thread.clubSlug}
            text={textOf(thread, thread.body)}
            save={async (text) => setThread(await client.forum.edit(editOf(thread.id, text)))}
            onClose={() => {
              setOpen(null);
              requestAnimationFrame(() => modify.current?.focus());
            }}
          />
        </Suspense>
      ) : (
        <>
          {thread.watch && <WatchFacts watch={thread.watch} />}
          <RichTextView doc={thread.body} />
        </>
      )}
      {open !== 'edit' && (
        <div className={classes.acts} data-print="hidden">
          <MeToo thread={thread} onToggle={() => void acts.meToo()} />
          <div className={classes.quiet}>
            <CopyLink path={threadPath(thread.clubSlug, thread.id)} label={words.copyLink} />
            {thread.editedAt && (
              <TextButton quiet onClick={() => setOpen('history')}>
                Versions
              </TextButton>
            )}
            {abilities['thread.edit'] && (
              <TextButton quiet ref={modify} onClick={() => setOpen('edit')}>
                Modifier
              </TextButton>
            )}
            {abilities['thread.report'] && <ReportButton kind="thread" id={thread.id} label="Signaler ce sujet" />}
            {abilities['thread.moderate'] && (
              <Suspense fallback={null}>
                <ModerateThread thread={thread} />
              </Suspense>
            )}
            {abilities['thread.delete'] && (
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
      <Invited thread={thread} />
      {accepted && <AcceptedAnswer reply={accepted} />}
      {open === 'history' && (
        <Suspense fallback={null}>
          <HistoryDrawer kind="thread" id={thread.id} current={thread} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** Under the title: who asked, when, and how many communes ask the same. */
export function QuestionFacts({ thread }: { thread: Thread }) {
  return (
    <p className={classes.facts}>
      {personLabel(thread.author)} · <time dateTime={thread.createdAt}>{longDate(thread.createdAt)}</time>
      {thread.editedAt && (
        <>
          {' · '}
          {KIND_WORDS[thread.kind].edited} {longDate(thread.editedAt)}
          {thread.editedBy && thread.editedBy.id !== thread.author.id && <> par {personLabel(thread.editedBy)}</>}
        </>
      )}
      {thread.communeCount > 1 && (
        <>
          {' · '}
          <b>{plural(thread.communeCount, 'commune se pose', 'communes se posent')} la même question</b>
        </>
      )}
      {thread.duplicateCount > 0 && (
        <>
          {' · '}
          {askedAgain(thread.duplicateCount)}
        </>
      )}
    </p>
  );
}
