import { useEffect, useEffectEvent, useState } from 'react';
import { type LiveDocument, openLiveDocument } from './live-document.ts';

interface Wanted {
  documentId: string;
  personId: string;
  /** The person's rights on the document changed: they are to be read again. */
  onLevelChanged: () => void;
}

/** A live document while the component is mounted. */
export const useLiveDocument = ({ documentId, personId, onLevelChanged }: Wanted): LiveDocument | null => {
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
  return live;
};
