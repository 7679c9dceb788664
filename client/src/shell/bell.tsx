import { useEffect, useRef, useState } from 'react';
import { BellButton } from '../features/notifications/bell-button.tsx';
import { patiently } from '../lib/patient-import.ts';
import { whenSettled } from '../lib/when-settled.ts';

const loadPanel = () => patiently(() => import('../features/notifications/bell-panel.tsx'));
type PanelModule = Awaited<ReturnType<typeof loadPanel>>;

/** The bell. Its button stands at once; what counts and lists follows when the page is settled, or when it is asked for. */
export const Bell = () => {
  const [panel, setPanel] = useState<PanelModule | null>(null);
  const asked = useRef(false);
  const focused = useRef(false);
  useEffect(() => {
    void whenSettled().then(loadPanel).then(setPanel);
  }, []);
  if (panel) return <panel.BellPanel openAtOnce={asked.current} focusAtOnce={focused.current} />;
  return (
    <BellButton
      aria-expanded={false}
      onClick={() => {
        asked.current = true;
        void loadPanel().then(setPanel);
      }}
      onFocus={() => {
        focused.current = true;
      }}
      onBlur={() => {
        focused.current = false;
      }}
    />
  );
};
