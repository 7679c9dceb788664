import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import { typeset } from '../french-typography.ts';
import type { LiveDocument } from './live-document.ts';
import { readableText } from './readable-text.ts';
import type { SaveState } from './save-state.ts';
import classes from './standing-notice.module.css';

/** Gives back a text that will not be sent from here: by the clipboard, or to be taken by hand where the browser refuses it. */
function RescueText({ live }: { live: LiveDocument }) {
  const announce = useAnnounce();
  const [byHand, setByHand] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const text = readableText(live.doc);
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce('Texte copié.');
    } catch {
      // Refused by the browser, or served without encryption.
      setByHand(text);
    }
  };
  return (
    <>
      <Button onClick={() => void copy()}>{copied ? 'Texte copié' : 'Copier le texte entier'}</Button>
      {byHand !== null && (
        <Textarea
          className={classes.byHand ?? ''}
          label="Le navigateur refuse de copier : sélectionnez le texte"
          value={byHand}
          readOnly
          rows={8}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  );
}

/** What happened to a document that no longer takes what is written, and what to do. */
export function StandingNotice({ state, live }: { state: SaveState; live: LiveDocument | null }) {
  if (!state.explanation) return null;
  return (
    <div className={classes.notice}>
      {/* Alone in the alert: a whole text beside it would be read out. */}
      <p role="alert">{typeset(state.explanation)}</p>
      {state.reload && <Button onClick={() => window.location.reload()}>Recharger la page</Button>}
      {state.stranded && live && <RescueText live={live} />}
    </div>
  );
}
