import type { Problem } from '@beffroi/shared/core/errors';
import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { typeset } from '../../editor/french-typography.ts';
import classes from './moderation-dialog.module.css';
import { ModerationDialog } from './moderation-dialog.tsx';
import { SimilarFacts, useSimilar } from './similar-threads.tsx';

interface DuplicateDialogProps {
  thread: Thread;
  busy: boolean;
  problem: Problem | null;
  onConfirm: (of: string) => void;
  onClose: () => void;
}

/** The thread in an address that was pasted; null when it is no address of a thread. */
const pasted = (words: string): string | null => /\/sujets\/([0-9a-f]{24})/.exec(words)?.[1] ?? null;

/** Which earlier thread asked the same: found by its words, or by its address. */
export function DuplicateDialog({ thread, onConfirm, ...dialog }: DuplicateDialogProps) {
  const [words, setWords] = useState(thread.title);
  const [chosen, setChosen] = useState('');
  const found = useSimilar(words, thread.clubSlug).filter((other) => other.id !== thread.id && other.createdAt <= thread.createdAt);
  const of = pasted(words) ?? chosen;
  return (
    <ModerationDialog
      {...dialog}
      title="Déjà posée"
      what="Un bandeau renverra au premier sujet, où l’on répondra&nbsp;; celui-ci sera fermé."
      confirm="Relier"
      ready={Boolean(of)}
      onConfirm={() => onConfirm(of)}
    >
      <TextInput
        data-autofocus
        label="Mots du premier sujet, ou son adresse"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {!pasted(words) && (
        <fieldset className={classes.choices}>
          <legend>Sujets plus anciens</legend>
          {found.length === 0 && <p className={classes.what}>Aucun sujet plus ancien ne ressemble à ces mots.</p>}
          {found.map((other) => (
            <div key={other.id} className={classes.choice}>
              <Radio
                name="premier-sujet"
                value={other.id}
                checked={chosen === other.id}
                onChange={() => setChosen(other.id)}
                label={typeset(other.title)}
              />
              <SimilarFacts thread={other} />
            </div>
          ))}
        </fieldset>
      )}
    </ModerationDialog>
  );
}
