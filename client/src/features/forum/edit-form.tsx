import type { Problem } from '@beffroi/shared/core/errors';
import type { RichText } from '@beffroi/shared/core/rich-text';
import { TITLE_LENGTH } from '@beffroi/shared/features/forum/forum.contract';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWritingTools, type WrittenText } from '../../editor/writing-tools.tsx';
import { Conflict, type VersionedText } from './conflict.tsx';
import { DraftFound } from './draft-found.tsx';
import classes from './edit-form.module.css';
import { useAttempt } from './forum.api.ts';
import { fieldProblem, problemSentence } from './problem-sentence.ts';
import { TagPicker } from './tag-picker.tsx';
import { TextForm } from './text-form.tsx';
import { readWatch, WatchFields } from './watch-fields.tsx';

interface EditFormProps {
  id: string;
  label: string;
  clubSlug: string;
  text: VersionedText;
  /** Sends the edit. @throws what the API threw */
  save: (text: VersionedText) => Promise<void>;
  onClose: () => void;
}

const isVersioned = (value: unknown): value is { title?: string; body: RichText; version: number } =>
  typeof value === 'object' && value !== null && 'version' in value && 'body' in value && value.body !== null;

const currentOf = (problem: Problem | null): VersionedText | null =>
  problem?.status === 409 && isVersioned(problem.current)
    ? { title: problem.current.title ?? null, body: problem.current.body, version: problem.current.version }
    : null;

/** Edits a text in place. When someone else changed it meanwhile, both texts are shown and nothing is lost. */
export function EditForm({ id, label, clubSlug, text, save, onClose }: EditFormProps) {
  const { useDraft } = useWritingTools();
  const draft = useDraft<VersionedText>(`edit:${id}`);
  const [mine, setMine] = useState<VersionedText>(draft.found ?? text);
  const [start, setStart] = useState({ body: mine.body as WrittenText, foundAt: draft.foundAt, round: 0 });
  const { attempt, problem, pending, forget } = useAttempt();
  const current = currentOf(problem);
  const [checked, setChecked] = useState(false);
  const { refusals } = mine.watch ? readWatch(mine.watch) : { refusals: {} };

  const keep = (next: VersionedText) => {
    setMine(next);
    draft.save(next);
  };
  const close = () => {
    draft.clear();
    onClose();
  };
  const restart = (next: VersionedText) => {
    draft.clear();
    setMine(next);
    setStart(({ round }) => ({ body: next.body, foundAt: null, round: round + 1 }));
    forget();
  };
  const send = async (next: VersionedText) => {
    keep(next);
    setChecked(true);
    if (Object.keys(refusals).length > 0) return;
    if (await attempt({ act: () => save(next) })) close();
    else setStart(({ round }) => ({ body: next.body, foundAt: null, round }));
  };

  if (current)
    return (
      <Conflict
        mine={mine}
        current={current}
        pending={pending}
        onKeepMine={() => void send({ ...mine, version: current.version })}
        onResume={() => {
          setMine({ ...mine, version: current.version });
          draft.save({ ...mine, version: current.version });
          setStart(({ round }) => ({ body: mine.body, foundAt: null, round: round + 1 }));
          forget();
        }}
        onTakeCurrent={close}
      />
    );
  return (
    <div className={classes.form}>
      {text.title !== null && (
        <TextInput
          label="Titre"
          value={mine.title ?? ''}
          maxLength={TITLE_LENGTH.max}
          error={fieldProblem(problem, 'title')}
          onChange={(event) => keep({ ...mine, title: event.target.value })}
        />
      )}
      {mine.watch && (
        <WatchFields
          value={mine.watch}
          refusals={checked ? refusals : {}}
          onChange={(part) => mine.watch && keep({ ...mine, watch: { ...mine.watch, ...part } })}
        />
      )}
      <TextForm
        key={start.round}
        label={label}
        clubSlug={clubSlug}
        initial={start.body}
        autoFocus
        sendLabel="Enregistrer"
        sending={pending}
        error={problem && !fieldProblem(problem, 'title') ? (fieldProblem(problem, 'body') ?? problemSentence(problem)) : null}
        onChange={(body) => body && keep({ ...mine, body })}
        onSend={(body) => void send({ ...mine, body })}
        before={mine.tags && <TagPicker clubSlug={clubSlug} value={mine.tags} onChange={(tags) => keep({ ...mine, tags })} />}
        // What was typed stays as a draft: « Modifier » finds it again.
        onCancel={onClose}
        note={start.foundAt && <DraftFound at={start.foundAt} onDiscard={() => restart(text)} />}
      />
    </div>
  );
}
