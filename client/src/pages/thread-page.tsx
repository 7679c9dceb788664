import type { ClubCard } from '@beffroi/shared/features/clubs/clubs.contract';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { typeset } from '../editor/french-typography.ts';
import { FollowThread } from '../features/attention/follow-thread.tsx';
import { useReadMark } from '../features/attention/use-read-mark.ts';
import { BookmarkButton } from '../features/bookmarks/bookmark-button.tsx';
import { BecameClauses } from '../features/clauses/became-clauses.tsx';
import { ArchivedNotice } from '../features/clubs/archived-notice.tsx';
import { BecameFiche } from '../features/fiches/became-fiche.tsx';
import { AcceptReminder } from '../features/forum/accept-reminder.tsx';
import { Discussion } from '../features/forum/discussion.tsx';
import { threadOptions, useClubCards, useThreadUpdates } from '../features/forum/forum.api.ts';
import { useForumRealtime } from '../features/forum/forum.realtime.ts';
import { InviteToAnswer } from '../features/forum/invitations.tsx';
import { KindMark } from '../features/forum/kind-mark.tsx';
import { Readers } from '../features/forum/presence.tsx';
import { Question, QuestionFacts } from '../features/forum/question.tsx';
import { ReadersByCommune, ReadingMark } from '../features/forum/receipts.tsx';
import { AlreadyAsked } from '../features/forum/similar-threads.tsx';
import { AskedBefore } from '../features/forum/thread-notices.tsx';
import type { ThreadState } from '../features/forum/thread-sync.ts';
import { ThreadTags } from '../features/forum/thread-tags.tsx';
import { useLiveThread } from '../features/forum/use-live-thread.ts';
import { useFirstUnread, useSeenReplies } from '../features/forum/use-seen-replies.ts';
import { useReadOnOpening } from '../features/notifications/notifications.api.ts';
import { api, problemOf } from '../lib/api.ts';
import { useMe } from '../lib/me.ts';
import { clubPath, threadPath } from '../lib/paths.ts';
import { StatusTag } from '../lib/status-tag.tsx';
import { ClubMark } from '../ui/club-mark.tsx';
import { Page } from '../ui/page.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import classes from './thread-page.module.css';
import { Writing } from './writing-tools.tsx';

/** The thread's club; an archived one is in no list. One that is closed to her is not asked for. */
const useClubOf = ({ clubSlug: slug, abilities }: Thread): ClubCard | undefined => {
  const known = useClubCards().get(slug);
  const listed = useQuery(api.clubs.list.queryOptions({ staleTime: 5 * 60_000 })).isSuccess;
  const options = api.clubs.get.queryOptions({
    input: { slug },
    enabled: listed && !known && abilities['thread.visit-club'],
    staleTime: 5 * 60_000,
    retry: false,
  });
  const { data } = useQuery(options);
  return known ?? data;
};

function Eyebrow({ state: { thread } }: { state: ThreadState }) {
  const club = useClubOf(thread);
  return (
    <span className={classes.eyebrow}>
      {club && (
        <Link className={classes.club} to={clubPath(club.slug)}>
          <ClubMark mark={club.mark} hue={club.hue} /> Club {club.name}
        </Link>
      )}
      {thread.kind !== 'question' && <KindMark kind={thread.kind} />}
      {thread.duplicate ? <Tag>Déjà posée</Tag> : thread.kind === 'question' && <StatusTag status={thread.status} />}
      {thread.closure && <Tag>Fermé</Tag>}
      {thread.pinned && <Tag tone="blue">Épinglé</Tag>}
    </span>
  );
}

function ThreadView({ state, settled }: { state: ThreadState; settled: boolean }) {
  useReadOnOpening({ threadId: state.thread.id });
  const { thread, log } = state;
  const club = useClubOf(thread);
  const { id: me } = useMe();
  const seen = useSeenReplies(log.replies, state.reading, me);
  const firstUnread = useFirstUnread(log.replies, state.reading, settled, me);
  const { update } = useThreadUpdates(thread.id);
  useReadMark(thread.id, thread.deleted ? null : seen, (read) =>
    // Coming back to it from the cache, one starts from there.
    update((before) => ({ ...before, reading: { ...before.reading, read, isNew: false } })),
  );
  const accepted = log.replies.find((reply) => reply.id === thread.acceptedReplyId && !reply.deleted) ?? null;
  const first = log.replies.find((reply) => !reply.deleted);
  return (
    <Page
      title={typeset(thread.title)}
      eyebrow={<Eyebrow state={state} />}
      lead={
        <>
          <QuestionFacts thread={thread} />
          <ArchivedNotice since={club?.archivedAt ?? null} />
          <ThreadTags thread={thread} />
          {!thread.deleted && <BookmarkButton threadId={thread.id} />}
        </>
      }
      aside={
        <>
          {!thread.deleted && (
            <FollowThread
              id={thread.id}
              reading={state.reading}
              onChange={(level) => update((before) => ({ ...before, reading: { ...before.reading, level } }))}
            />
          )}
          <AlreadyAsked
            title={thread.title}
            threadId={thread.id}
            club={thread.abilities['thread.visit-club'] ? thread.clubSlug : undefined}
          />
          {thread.abilities['thread.invite'] && <InviteToAnswer thread={thread} />}
          {thread.abilities['thread.see-readers'] && <ReadersByCommune threadId={thread.id} />}
          <Readers threadId={thread.id} />
        </>
      }
    >
      <article>
        {thread.kind === 'announcement' && !thread.deleted && <ReadingMark thread={thread} />}
        {!thread.deleted && <AskedBefore thread={thread} />}
        <Question thread={thread} accepted={accepted === first ? null : accepted} />
        {thread.resolved && <BecameFiche threadId={thread.id} clubSlug={thread.clubSlug} />}
        {thread.resolved && <BecameClauses threadId={thread.id} />}
        <AcceptReminder thread={thread} replies={log.replies} />
        {!thread.deleted && <Discussion state={state} settled={settled} firstUnread={firstUnread} />}
      </article>
    </Page>
  );
}

/** One thread, live. */
export function ThreadPage() {
  const { slug, id = '' } = useParams();
  const { hash } = useLocation();
  const query = useQuery(threadOptions(id));
  const { settled } = useLiveThread(id, Boolean(query.data));
  useForumRealtime();
  // The thread was moved: its former address leads to where it is.
  if (query.data && query.data.thread.clubSlug !== slug)
    return <Navigate to={`${threadPath(query.data.thread.clubSlug, id)}${hash}`} replace />;
  if (query.isError && problemOf(query.error).status === 404) return <NotFoundPage />;
  if (query.data)
    return (
      <Writing>
        <ThreadView key={id} state={query.data} settled={settled} />
      </Writing>
    );
  if (query.isPending) return <PageSkeleton />;
  const problem = problemOf(query.error);
  return (
    <Page title="Question">
      <ErrorState problem={problem} retry={() => void query.refetch()} />
    </Page>
  );
}
