import type { RichText } from '@beffroi/shared/core/rich-text';
import { Button } from '@mantine/core';
import { RichTextView } from '../../editor/rich-text-view.tsx';
import { BusyButton } from '../../ui/busy-button.tsx';
import { ConflictNotice } from '../../ui/conflict-notice.tsx';
import classes from './conflict.module.css';
import type { WatchTyped } from './watch-typed.ts';

/** A text at one of its versions; `title` is null for a reply. */
export interface VersionedText {
  title: string | null;
  body: RichText;
  version: number;
  /** What a legal watch states. */
  watch?: WatchTyped | undefined;
  /** Slugs of the thread's tags. */
  tags?: string[] | undefined;
}

function Version({ name, text }: { name: string; text: VersionedText }) {
  return (
    <section className={classes.version} aria-label={name}>
      <h3>{name}</h3>
      {text.title && <p className={classes.title}>{text.title}</p>}
      <RichTextView doc={text.body} headingsFrom={4} />
    </section>
  );
}

interface ConflictProps {
  mine: VersionedText;
  current: VersionedText;
  pending: boolean;
  onKeepMine: () => void;
  onResume: () => void;
  onTakeCurrent: () => void;
}

/** Two people changed the same text: both are shown whole, side by side, and the writer decides. */
export function Conflict({ mine, current, pending, onKeepMine, onResume, onTakeCurrent }: ConflictProps) {
  return (
    <ConflictNotice
      title="Ce texte a été modifié entre-temps"
      lead={'Rien n’est perdu\u00a0: comparez les deux versions, puis choisissez.'}
      acts={
        <>
          <Button variant="filled" onClick={onResume} disabled={pending}>
            Reprendre ma version pour la compléter
          </Button>
          <BusyButton onClick={onKeepMine} busy={pending}>
            Enregistrer la mienne
          </BusyButton>
          <Button variant="subtle" onClick={onTakeCurrent} disabled={pending}>
            Garder la version actuelle
          </Button>
        </>
      }
    >
      <div className={classes.both}>
        <Version name="Votre version" text={mine} />
        <Version name="Version actuelle" text={current} />
      </div>
    </ConflictNotice>
  );
}
