import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { relativeInSentence } from '../../lib/french-dates.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { type LastChange, useLastChange } from './last-change.ts';
import type { LiveDocument } from './live-document.ts';
import classes from './save-line.module.css';
import type { Circumstances, SaveKind, SaveState } from './save-state.ts';
import { useSaveState } from './use-save-state.ts';

const MINUTE_MS = 60_000;
const TICK_MS = 4_000;
/** A state that lasts less was a hiccup, which a screen reader need not tell. */
const SAID_AFTER_MS = 2_000;

/** « il y a 4 s », then minutes. */
const ago = (at: number, now: number): string => {
  const seconds = Math.round((now - at) / 1_000);
  return seconds * 1_000 < MINUTE_MS ? `il y a ${Math.max(1, seconds)} s` : relativeInSentence(new Date(at).toISOString(), now);
};

function LastChangeWords({ last }: { last: LastChange }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const who = last.mine ? ' par vous' : last.by ? ` par ${last.by}` : '';
  return (
    <span className={classes.last}>
      {' '}
      · dernière modification {ago(last.at, Math.max(now, last.at))}
      {who}
    </span>
  );
}

/** Says aloud what matters, once: that one is off line, back, or can no longer write. « Enregistré » after each word would be noise. */
const useSaid = ({ kind, words, explanation }: SaveState) => {
  const announce = useAnnounce();
  const said = useRef<SaveKind>('saved');
  // The words change with each key typed off line: the state is said, not the count.
  const say = useEffectEvent(() => {
    said.current = kind;
    announce(kind === 'saved' ? 'De nouveau en ligne, tout est enregistré' : (explanation ?? words));
  });
  useEffect(() => {
    const isCalm = kind === 'saved' || kind === 'saving' || kind === 'opening' || kind === 'reading';
    if (isCalm ? said.current === 'saved' || kind !== 'saved' : said.current === kind) return;
    const timer = setTimeout(() => say(), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [kind]);
};

interface SaveLineProps {
  live: LiveDocument | null;
  circumstances: Omit<Circumstances, 'facts'>;
}

/** How the document stands, beside its title. */
export function SaveLine({ live, circumstances }: SaveLineProps) {
  const state = useSaveState(live, circumstances);
  const last = useLastChange(live);
  useSaid(state);
  const isLive = state.kind === 'saved' || state.kind === 'saving' || state.kind === 'reading';
  return (
    <p className={classes.save} data-kind={state.kind}>
      <span className={classes.state}>{state.words}</span>
      {last && isLive && <LastChangeWords last={last} />}
    </p>
  );
}
