import type { Problem } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import type { Fiche } from '@beffroi/shared/features/fiches/fiches.contract';
import { TITLE_LENGTH } from '@beffroi/shared/features/forum/forum.contract';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { trimmed } from '../../editor/blank-text.ts';
import { LazyRichTextEditor } from '../../editor/lazy-rich-text-editor.tsx';
import { RichTextView } from '../../editor/rich-text-view.tsx';
import { useWritingTools, type WrittenText } from '../../editor/writing-tools.tsx';
import { problemOf } from '../../lib/api.ts';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ConflictNotice } from '../../ui/conflict-notice.tsx';
import classes from './fiches.module.css';

/** A fiche as it is being written. */
export interface FicheText {
  title: string;
  body: WrittenText;
  reviewOn: string | null;
  version: number;
}

interface FicheFormProps {
  /** Names the draft. */
  draftKey: string;
  clubSlug: string;
  initial: FicheText;
  sendLabel: string;
  /** Sends it. @throws what the API threw */
  save: (text: FicheText & { body: RichText }) => Promise<void>;
  onCancel: () => void;
}

const isFiche = (value: unknown): value is Fiche =>
  typeof value === 'object' && value !== null && 'reviewOn' in value && 'version' in value;

/** The fiche as someone else left it meanwhile, beside one's own words. */
function Meanwhile({ current, onResume }: { current: Fiche; onResume: () => void }) {
  return (
    <ConflictNotice
      title="Cette fiche a été révisée entre-temps"
      lead={'Rien n’est perdu\u00a0: comparez avec la version actuelle, puis reprenez la vôtre ou annulez.'}
      acts={<Button onClick={onResume}>Reprendre ma version</Button>}
    >
      <section className={classes.current} aria-label="Version actuelle">
        <h3>{current.title}</h3>
        <RichTextView doc={current.body} headingsFrom={4} />
      </section>
    </ConflictNotice>
  );
}

const errorAt = (problem: Problem | null, field: string): string | undefined =>
  problem?.errors?.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message;

/** Writes a fiche or revises it; what is typed is kept as a draft until it is saved. */
export function FicheForm({ draftKey, clubSlug, initial, sendLabel, save, onCancel }: FicheFormProps) {
  const { useDraft } = useWritingTools();
  const draft = useDraft<FicheText>(draftKey);
  const [text, setText] = useState<FicheText>(draft.found ?? initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [blank, setBlank] = useState(false);
  const [pending, setPending] = useState(false);
  const current = problem?.status === 409 && isFiche(problem.current) ? problem.current : null;
  const change = (part: Partial<FicheText>) => {
    const next = { ...text, ...part };
    setText(next);
    draft.save(next);
  };
  const send = async () => {
    const { body } = text;
    setBlank(!body);
    if (!body || pending) return;
    setPending(true);
    setProblem(null);
    try {
      await save({ ...text, title: text.title.trim(), body: trimmed(body) });
      draft.clear();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setPending(false);
    }
  };
  const atField = errorAt(problem, 'title') ?? errorAt(problem, 'reviewOn') ?? errorAt(problem, 'body');
  return (
    <div className={classes.form}>
      {current && (
        <Meanwhile
          current={current}
          onResume={() => {
            change({ version: current.version });
            setProblem(null);
          }}
        />
      )}
      <TextInput
        label="Titre"
        value={text.title}
        maxLength={TITLE_LENGTH.max}
        error={errorAt(problem, 'title')}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div>
        <p className={classes.label} aria-hidden="true">
          Ce qu’il faut retenir
        </p>
        <LazyRichTextEditor
          label="Ce qu’il faut retenir"
          clubSlug={clubSlug}
          initial={text.body}
          placeholder="La réponse, débarrassée du cas particulier : la règle, les étapes, les pièces, les textes."
          error={blank ? 'Écrivez le texte de la fiche avant de l’enregistrer.' : (errorAt(problem, 'body') ?? null)}
          onSend={() => void send()}
          onChange={(body) => change({ body })}
        />
      </div>
      <TextInput
        className={classes.date ?? ''}
        label="À revoir le (facultatif)"
        type="date"
        value={text.reviewOn ?? ''}
        error={errorAt(problem, 'reviewOn')}
        onChange={(event) => change({ reviewOn: event.target.value || null })}
      />
      {problem && !current && !atField && <p role="alert">{problem.detail}</p>}
      <div className={classes.acts}>
        <BusyButton variant="filled" busy={pending} onClick={() => void send()}>
          {sendLabel}
        </BusyButton>
        <Button variant="subtle" onClick={onCancel}>
          Annuler
        </Button>
      </div>
    </div>
  );
}
