import type { Thread } from '@beffroi/shared/features/forum/forum.contract';
import { Menu } from '@mantine/core';
import { useRef, useState } from 'react';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { problemSentence } from './problem-sentence.ts';
import classes from './question.module.css';
import { ReasonDialog } from './reason-dialog.tsx';
import textButton from './text-button.module.css';
import { useThreadModeration } from './use-moderation.ts';

type Dialog = 'close' | 'move' | 'duplicate' | 'remove' | null;

interface ItemsProps {
  thread: Thread;
  acts: ReturnType<typeof useThreadModeration>;
  open: (dialog: Dialog) => void;
}

function Items({ thread, acts, open }: ItemsProps) {
  const { abilities } = thread;
  return (
    <>
      {thread.pinned ? (
        <Menu.Item onClick={() => void acts.unpin()}>Ne plus épingler</Menu.Item>
      ) : (
        <Menu.Item onClick={() => void acts.pin()}>Épingler en haut du club</Menu.Item>
      )}
      {thread.duplicate ? (
        <Menu.Item onClick={() => void acts.unmarkDuplicate()}>Retirer « Déjà posée »</Menu.Item>
      ) : (
        <Menu.Item onClick={() => open('duplicate')}>Déjà posée…</Menu.Item>
      )}
      {thread.closure ? (
        <Menu.Item onClick={() => void acts.reopen()}>Rouvrir</Menu.Item>
      ) : (
        <Menu.Item onClick={() => open('close')}>Fermer…</Menu.Item>
      )}
      {abilities['thread.move'] && <Menu.Item onClick={() => open('move')}>Déplacer…</Menu.Item>}
      {abilities['thread.remove'] && <Menu.Item onClick={() => open('remove')}>Retirer…</Menu.Item>}
    </>
  );
}

/** « Modérer »: what those who animate the club may do with a thread, and nothing for others. */
export function ModerateThread({ thread }: { thread: Thread }) {
  const acts = useThreadModeration(thread);
  const [dialog, setDialog] = useState<Dialog>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    acts.forget();
    setDialog(null);
    requestAnimationFrame(() => button.current?.focus());
  };
  const confirm = (act: (given: string) => Promise<boolean>) => (given: string) => void act(given).then((done) => done && close());
  const shared = { busy: acts.pending, problem: acts.problem, onClose: close };
  return (
    <>
      <Menu withinPortal={false} position="bottom-end" width={230}>
        <Menu.Target>
          <button ref={button} type="button" className={textButton.button} data-quiet>
            Modérer
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Items thread={thread} acts={acts} open={setDialog} />
        </Menu.Dropdown>
      </Menu>
      {acts.problem && !dialog && (
        <p role="alert" className={classes.problem}>
          {problemSentence(acts.problem)}
        </p>
      )}
      {dialog === 'close' && (
        <ReasonDialog
          {...shared}
          title="Fermer le sujet"
          what="Plus personne n’y répondra&nbsp;; il reste lisible, avec ses réponses. Vous pourrez le rouvrir."
          confirm="Fermer le sujet"
          label="Motif, montré à la place du formulaire (facultatif)"
          onConfirm={confirm(acts.close)}
        />
      )}
      {dialog === 'remove' && (
        <ReasonDialog
          {...shared}
          danger
          required
          title="Retirer le sujet"
          what={`« ${thread.title} » et ses réponses ne seront plus visibles. Son auteur lira le motif et votre nom. Vous pourrez le rétablir pendant vingt-quatre heures.`}
          confirm="Retirer"
          label="Motif, dit à son auteur"
          onConfirm={confirm(acts.remove)}
        />
      )}
      {dialog === 'move' && <MoveDialog {...shared} thread={thread} onConfirm={confirm(acts.move)} />}
      {dialog === 'duplicate' && <DuplicateDialog {...shared} thread={thread} onConfirm={confirm(acts.markDuplicate)} />}
    </>
  );
}
