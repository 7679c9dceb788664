import { Button } from '@mantine/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import classes from './undo-notice.module.css';

/** How long a destructive act can be taken back. */
export const UNDO_MS = 10_000;
const TICK_MS = 250;

interface Undoable {
  /** What happened: « Réponse supprimée. » */
  message: string;
  undo: () => void;
}

interface UndoNoticeProps extends Undoable {
  /** The ten seconds are over, or the act was taken back. */
  onDone: () => void;
}

/** « Supprimé. Annuler » for ten seconds, which stop while it has the pointer or the focus. */
export const UndoNotice = ({ message, undo, onDone }: UndoNoticeProps) => {
  const [left, setLeft] = useState(UNDO_MS);
  const held = useRef(false);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!held.current) setLeft((before) => before - TICK_MS);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const over = left <= 0;
  useEffect(() => {
    if (over) onDone();
  }, [over, onDone]);
  const hold = (value: boolean) => () => {
    held.current = value;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only stops the clock, the button does the act.
    <div className={classes.notice} onMouseEnter={hold(true)} onMouseLeave={hold(false)} onFocus={hold(true)} onBlur={hold(false)}>
      <span>{message}</span>
      <Button
        variant="subtle"
        className={classes.button}
        onClick={() => {
          undo();
          onDone();
        }}
      >
        Annuler
      </Button>
      <span className={classes.clock} style={{ scale: `${Math.max(0, left / UNDO_MS)} 1` }} />
    </div>
  );
};

let current: (Undoable & { key: number }) | null = null;
const listeners = new Set<() => void>();
const set = (next: typeof current) => {
  current = next;
  for (const listener of listeners) listener();
};

/** Offers to take back what was just done; it stays while the person moves to another page. */
export const offerUndo = (undoable: Undoable): void => set({ ...undoable, key: (current?.key ?? 0) + 1 });

const clear = () => set(null);
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** Where offers to undo appear; mounted once, under the shell. */
export const UndoRegion = () => {
  const offer = useSyncExternalStore(subscribe, () => current);
  return (
    <div role="status" className={classes.region} data-print="hidden">
      {offer && <UndoNotice key={offer.key} message={offer.message} undo={offer.undo} onDone={clear} />}
    </div>
  );
};
