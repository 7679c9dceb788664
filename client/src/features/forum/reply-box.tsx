import type { RichText } from '@beffroi/shared/core/rich-text';
import type { Reply, Thread } from '@beffroi/shared/features/forum/forum.contract';
import { useEffect, useRef, useState } from 'react';
import { RichTextView } from '../../editor/rich-text-view.tsx';
import { useWritingTools, type WrittenText } from '../../editor/writing-tools.tsx';
import { client } from '../../lib/api.ts';
import { emit } from '../../lib/socket.ts';
import { DraftFound } from './draft-found.tsx';
import { useAttempt } from './forum.api.ts';
import { fieldProblem, problemSentence } from './problem-sentence.ts';
import classes from './reply-box.module.css';
import { TextForm } from './text-form.tsx';

interface ReplyDraft {
  body: RichText;
  /** The same for every try, so that trying again never posts twice. */
  idempotencyKey: string;
}

const TYPING_EVERY_MS = 3_000;

/** Tells the thread’s readers that one writes, at most once every few seconds, and that one stopped. */
const useTypingSignal = (threadId: string) => {
  const last = useRef(0);
  const stop = () => {
    if (last.current) emit('typing', { threadId, typing: false });
    last.current = 0;
  };
  const stopping = useRef(stop);
  stopping.current = stop;
  useEffect(() => () => stopping.current(), []);
  return (writing: boolean) => {
    if (!writing) return stop();
    if (Date.now() - last.current < TYPING_EVERY_MS) return;
    last.current = Date.now();
    emit('typing', { threadId, typing: true });
  };
};

interface ReplyBoxProps {
  thread: Thread;
  /** The top-level reply answered; null for the thread itself. */
  parentId: string | null;
  onSent: (reply: Reply) => void;
  /** Closes the box; left out for the one that stays at the bottom. */
  onCancel?: () => void;
}

/** Where one replies: a draft kept at each keystroke, shown as sent at once, and given back with the reason when sending fails. */
export function ReplyBox({ thread, parentId, onSent, onCancel }: ReplyBoxProps) {
  const { useDraft } = useWritingTools();
  const draft = useDraft<ReplyDraft>(parentId ? `reply:${thread.id}:${parentId}` : `reply:${thread.id}`);
  const [start, setStart] = useState({ body: draft.found?.body ?? (null as WrittenText), foundAt: draft.foundAt, round: 0 });
  const key = useRef(draft.found?.idempotencyKey ?? crypto.randomUUID());
  const [sent, setSent] = useState<RichText | null>(null);
  const { attempt, problem, pending } = useAttempt();
  const signal = useTypingSignal(thread.id);
  const [touched, setTouched] = useState(false);

  const restart = () => {
    key.current = crypto.randomUUID();
    draft.clear();
    setStart(({ round }) => ({ body: null, foundAt: null, round: round + 1 }));
    setTouched(false);
  };
  const change = (body: WrittenText) => {
    setTouched(true);
    draft.save(body && { body, idempotencyKey: key.current });
    signal(body !== null);
  };
  const send = async (body: RichText) => {
    signal(false);
    setSent(body);
    const done = await attempt({
      act: async () => onSent(await client.forum.reply({ id: thread.id, body, parentId, idempotencyKey: key.current })),
    });
    setSent(null);
    if (done) restart();
    else setStart(({ round }) => ({ body, foundAt: null, round: round + 1 }));
  };

  if (sent && pending)
    return (
      <div className={classes.sent} aria-busy="true">
        <RichTextView doc={sent} headingsFrom={3} />
        <p role="status">Envoi en cours…</p>
      </div>
    );
  return (
    <TextForm
      key={start.round}
      label={parentId ? 'Votre réponse à ce message' : 'Votre réponse'}
      clubSlug={thread.clubSlug}
      initial={start.body}
      placeholder="Votre réponse. Mentionnez un collègue avec @"
      compact={!parentId}
      autoFocus={Boolean(onCancel) || Boolean(problem)}
      sendLabel="Répondre"
      sending={pending}
      error={problem && (fieldProblem(problem, 'body') ?? problemSentence(problem))}
      onChange={change}
      onSend={(body) => void send(body)}
      {...(onCancel && { onCancel })}
      note={!touched && start.foundAt && <DraftFound at={start.foundAt} onDiscard={restart} />}
    />
  );
}
