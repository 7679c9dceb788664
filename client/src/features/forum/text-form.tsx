import type { RichText } from '@beffroi/shared/core/rich-text';
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { trimmed } from '../../editor/blank-text.ts';
import { LazyRichTextEditor } from '../../editor/lazy-rich-text-editor.tsx';
import type { WrittenText } from '../../editor/writing-tools.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import classes from './text-form.module.css';

interface TextFormProps {
  label: string;
  clubSlug: string;
  initial: WrittenText;
  placeholder?: string;
  autoFocus?: boolean;
  compact?: boolean;
  sendLabel: string;
  sending: boolean;
  error: string | null;
  onChange: (text: WrittenText) => void;
  onSend: (text: RichText) => void;
  onCancel?: () => void;
  /** Between the text and the buttons: what else is to be decided before sending. */
  before?: ReactNode;
  /** Beside the buttons: what was found of a draft, for instance. */
  note?: ReactNode;
}

const IMAGE_ON_ITS_WAY = 'Une image est encore en cours d’envoi : un instant, puis envoyez.';

/** The editor with its buttons; says what keeps the text from being sent instead of refusing in silence. */
export function TextForm(props: TextFormProps) {
  const text = useRef<WrittenText>(props.initial);
  const busy = useRef(false);
  const [blank, setBlank] = useState(!props.initial);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = () => {
    if (props.sending) return;
    if (!text.current) return setRefusal('Écrivez votre texte avant de l’envoyer.');
    if (busy.current) return setRefusal(IMAGE_ON_ITS_WAY);
    setRefusal(null);
    props.onSend(trimmed(text.current));
  };
  const form = useRef<HTMLDivElement>(null);
  // What went wrong is said under the text, which may be below the fold.
  useEffect(() => {
    if (props.error) form.current?.scrollIntoView({ block: 'nearest' });
  }, [props.error]);
  const quiet = props.compact && blank && !props.onCancel;
  return (
    <div ref={form} className={classes.form}>
      <LazyRichTextEditor
        label={props.label}
        clubSlug={props.clubSlug}
        initial={props.initial}
        placeholder={props.placeholder ?? ''}
        autoFocus={props.autoFocus ?? false}
        compact={props.compact ?? false}
        error={refusal ?? props.error}
        onSend={send}
        onBusy={(value) => {
          busy.current = value;
        }}
        onChange={(next) => {
          text.current = next;
          setBlank(!next);
          if (next) setRefusal(null);
          props.onChange(next);
        }}
      />
      {props.before && <div className={classes.before}>{props.before}</div>}
      <div className={classes.actions} data-quiet={quiet || undefined}>
        <BusyButton variant="filled" onClick={send} busy={props.sending}>
          {props.error ? 'Réessayer' : props.sendLabel}
        </BusyButton>
        {props.onCancel && (
          <Button variant="subtle" onClick={props.onCancel} disabled={props.sending}>
            Annuler
          </Button>
        )}
        {props.note}
      </div>
    </div>
  );
}
