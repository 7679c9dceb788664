import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { type LiveDocument, openLiveDocument } from './live-document.ts';
import { type LiveFacts, NOTHING_YET } from './live-facts.ts';

const hearNothing = () => () => {};
const notYet = () => NOTHING_YET;

interface Wanted {
  documentId: string;
  personId: string;
  /** The person's rights on the document changed: they are to be read again. */
  onLevelChanged: () => void;
}

/** A live document while the component is mounted, and how it stands. */
export const useLiveDocument = ({ documentId, personId, onLevelChanged }: Wanted): { live: LiveDocument | null; facts: LiveFacts } => {
  const [live, setLive] = useState<LiveDocument | null>(null);
  const levelChanged = useEffectEvent(onLevelChanged);
  useEffect(() => {
    const opened = openLiveDocument({ documentId, personId, onLevelChanged: () => levelChanged() });
    setLive(opened);
    return () => {
      setLive(null);
      opened.close();
    };
  }, [documentId, personId]);
  const facts = useSyncExternalStore(live?.subscribe ?? hearNothing, live?.facts ?? notYet);
  return { live, facts };
};
