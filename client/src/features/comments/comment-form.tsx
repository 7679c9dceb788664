import type { RichText } from '@beffroi/shared/core/rich-text';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { trimmed } from '../../editor/blank-text.ts';
import { LazyRichTextEditor } from '../../editor/lazy-rich-text-editor.tsx';
import { useWritingTools, type WrittenText } from '../../editor/writing-tools.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './comments.module.css';

interface CommentDraft {
  body: RichText;
  /** The same for every try: trying again never writes twice. */
  idempotencyKey: string;
}

interface CommentFormProps {
  label: string;
  clubSlug: string;
  /** Names what is kept on this computer until it is sent. */
  draftKey: string;
  initial?: WrittenText;
  sendLabel: string;
  sending: boolean;
  /** Why it was not sent; the text stays. */
  error: string | null;
  /** Whether it was sent. */
  onSend: (body: RichText, idempotencyKey: string) => Promise<boolean>;
  onCancel: () => void;
}

/** Where one writes a comment or an answer: kept at each key until it is sent. */
export function CommentForm({ label, clubSlug, draftKey, initial = null, sendLabel, sending, error, onSend, onCancel }: CommentFormProps) {
  const { useDraft } = useWritingTools();
  const draft = useDraft<CommentDraft>(draftKey);
  const [start] = useState(() => initial ?? draft.found?.body ?? null);
  const text = useRef<WrittenText>(start);
  const key = useRef(draft.found?.idempotencyKey ?? crypto.randomUUID());
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async () => {
    if (sending) return;
    if (!text.current) return setRefusal('Écrivez votre commentaire avant de l’envoyer.');
    setRefusal(null);
    if (await onSend(trimmed(text.current), key.current)) draft.clear();
  };
  return (
    <div className={classes.form}>
      <LazyRichTextEditor
        label={label}
        clubSlug={clubSlug}
        initial={start}
        placeholder="Votre commentaire ; @ mentionne quelqu’un"
        autoFocus
        brief
        error={refusal ?? error}
        onSend={() => void send()}
        onBusy={() => {}}
        onChange={(next) => {
          text.current = next;
          if (next) setRefusal(null);
          draft.save(next && { body: next, idempotencyKey: key.current });
        }}
      />
      <div className={classes.acts}>
        <BusyButton h={30} fz={14} px={10} variant="filled" onClick={() => void send()} busy={sending}>
          {error ? 'Réessayer' : sendLabel}
        </BusyButton>
        <Button
          h={30}
          fz={14}
          px={10}
          variant="subtle"
          onClick={() => {
            draft.clear();
            onCancel();
          }}
          disabled={sending}
        >
          Annuler
        </Button>
      </div>
    </div>
  );
}
