import type { Reply } from '@beffroi/shared/features/forum/forum.contract';
import { Button } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { loadRichTextEditor } from '../../editor/lazy-rich-text-editor.tsx';
import { plural } from '../../lib/french-text.ts';
import { Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import classes from './discussion.module.css';
import { useThreadUpdates } from './forum.api.ts';
import { KIND_WORDS } from './kind-words.ts';
import { Typing } from './presence.tsx';
import { Replies } from './replies.tsx';
import { ReplyBox } from './reply-box.tsx';
import { ClosedNotice } from './thread-notices.tsx';
import type { ThreadState } from './thread-sync.ts';
import { focusReplySoon, goToReply, replyAnchor, useArrivals } from './use-arrivals.ts';

/** The number in `#reponse-12`; null without. */
const useTarget = (): number | null => {
  const match = /^#reponse-(\d+)$/.exec(useLocation().hash);
  return match ? Number(match[1]) : null;
};

/** Brings the reply the address names before the reader, once, as soon as it is there. */
const useArriveAt = (target: number | null, present: boolean) => {
  const { key } = useLocation();
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (target === null || !present || done.current === key) return;
    done.current = key;
    goToReply(target);
  }, [target, present, key]);
};

/** Whoever writes keeps her box where it is when a reply comes in above it. */
const useSteadyBox = (box: React.RefObject<HTMLElement | null>, count: number) => {
  const height = useRef(0);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      height.current = document.documentElement.scrollHeight;
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a reply more is what moves the box.
  useLayoutEffect(() => {
    if (!box.current?.contains(document.activeElement) || !height.current) return;
    window.scrollBy({ top: document.documentElement.scrollHeight - height.current, behavior: 'instant' });
  }, [count]);
};

interface DiscussionProps {
  state: ThreadState;
  /** Everything written before the page opened is there. */
  settled: boolean;
  /** The first reply that was new when the page opened, and how many were. */
  firstUnread: { number: number; count: number } | null;
}

/** The replies, who is writing one, and the box that always waits at their end. */
export function Discussion({ state: { thread, log }, settled, firstUnread }: DiscussionProps) {
  const end = useRef<HTMLDivElement>(null);
  const target = useTarget();
  const { addReply } = useThreadUpdates(thread.id);
  const { fresh, unseen } = useArrivals(log.replies, settled, end);
  useArriveAt(target, target !== null && log.replies.some((reply) => reply.number === target));
  useSteadyBox(end, log.replies.length);
  // The reader will likely write here: the editor is fetched while she reads.
  useEffect(() => {
    if (settled) void loadRichTextEditor().catch(() => undefined);
  }, [settled]);
  const sent = (reply: Reply) => {
    addReply(reply);
    focusReplySoon(reply.number);
  };
  const mayReply = thread.abilities['thread.reply'];
  const count = log.replies.filter((reply) => !reply.deleted).length;
  const [next] = unseen;
  return (
    <div className={classes.discussion}>
      <Section
        title={count ? plural(count, 'réponse', 'réponses') : 'Aucune réponse pour l’instant'}
        action={
          firstUnread && (
            <Button
              variant="subtle"
              size="compact-sm"
              component="a"
              href={`#${replyAnchor(firstUnread.number)}`}
              onClick={(event) => {
                event.preventDefault();
                goToReply(firstUnread.number);
              }}
            >
              Aller {firstUnread.count > 1 ? `aux ${plural(firstUnread.count, 'nouvelle', 'nouvelles')}` : 'à la nouvelle'}
            </Button>
          )
        }
      >
        {count === 0 && mayReply && <EmptyState {...KIND_WORDS[thread.kind].silence} />}
        <Replies
          thread={thread}
          replies={log.replies}
          fresh={fresh}
          target={target}
          firstUnread={firstUnread?.number ?? null}
          onSent={sent}
        />
        <div ref={end} className={classes.end} data-print="hidden">
          <Typing threadId={thread.id} />
          {mayReply && <ReplyBox key={thread.id} thread={thread} parentId={null} onSent={sent} />}
          {thread.closed && <ClosedNotice thread={thread} />}
        </div>
        {next !== undefined && (
          <div className={classes.floating} data-print="hidden">
            <Button
              variant="filled"
              radius="xl"
              component="a"
              href={`#${replyAnchor(next)}`}
              onClick={(event) => {
                event.preventDefault();
                goToReply(next);
              }}
            >
              {plural(unseen.length, 'nouvelle réponse', 'nouvelles réponses')}
            </Button>
          </div>
        )}
      </Section>
    </div>
  );
}
