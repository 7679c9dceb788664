import { SUGGESTION_LIMITS } from '@beffroi/shared/features/suggestions/suggestions.contract';
import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { typeset } from '../../editor/french-typography.ts';
import { useWritingTools } from '../../editor/writing-tools.tsx';
import { client } from '../../lib/api.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { useSuggestionAct } from './suggestions.api.ts';
import classes from './suggestions.module.css';

interface ProposeFormProps {
  templateId: string;
  passage: { anchor: { from: string; to: string }; standing: string };
  onDone: () => void;
  onCancel: () => void;
}

interface ProposalDraft {
  standing: string;
  text: string;
}

/** Another text for a passage, by who does not write in the document: the passage as it stands, to be changed. */
export function ProposeForm({ templateId, passage, onDone, onCancel }: ProposeFormProps) {
  const announce = useAnnounce();
  const { useDraft } = useWritingTools();
  const draft = useDraft<ProposalDraft>(`suggestion:${templateId}`);
  const found = draft.found?.standing === passage.standing ? draft.found.text : passage.standing;
  const [text, setText] = useState(found);
  const key = useRef(crypto.randomUUID());
  const { run, pending, problem } = useSuggestionAct();
  // Where the passage changed meanwhile, what it says now is shown, and proposing again is upon that.
  const changed = (problem?.current as { text?: string | null } | undefined)?.text;
  const quote = changed || passage.standing;
  const isSame = text === quote;
  const isLong = passage.standing.length > SUGGESTION_LIMITS.text;
  const send = async () => {
    if (pending || isSame || isLong) return;
    const input = { id: templateId, anchor: passage.anchor, quote, text, idempotencyKey: key.current };
    if (!(await run(() => client.suggestions.propose(input)))) return;
    draft.clear();
    announce('Suggestion envoyée');
    onDone();
  };
  const [wrong] = problem?.errors ?? [];
  const reason = isLong ? 'Ce passage est trop long : choisissez-en une partie.' : (wrong?.message ?? problem?.detail ?? null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label="Proposer un autre texte"
        description="Corrigez le passage : seuls les mots changés seront proposés."
        data-autofocus
        autoFocus
        autosize
        minRows={3}
        maxRows={14}
        maxLength={SUGGESTION_LIMITS.text}
        value={text}
        error={reason}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          draft.save({ standing: passage.standing, text: value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          if (event.key === 'Escape') onCancel();
        }}
      />
      {changed && <p className={classes.facts}>Il dit maintenant&nbsp;: «&nbsp;{typeset(changed)}&nbsp;»</p>}
      <div className={classes.acts}>
        <BusyButton h={30} fz={14} px={10} type="submit" variant="filled" busy={pending} disabled={isSame || isLong}>
          {problem ? 'Réessayer' : 'Proposer'}
        </BusyButton>
        <Button h={30} fz={14} px={10} variant="subtle" onClick={onCancel} disabled={pending}>
          Annuler
        </Button>
      </div>
    </form>
  );
}
