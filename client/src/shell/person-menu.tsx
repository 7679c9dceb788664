import { lazy, Suspense, useEffect, useState } from 'react';
import { useMe } from '../lib/me.ts';
import { patiently } from '../lib/patient-import.ts';
import { whenSettled } from '../lib/when-settled.ts';
import { PersonButton } from './person-button.tsx';

const PersonMenuOpen = lazy(() => patiently(() => import('./person-menu-open.tsx')).then((module) => ({ default: module.PersonMenuOpen })));

/** The person's menu. The button stands at once; the menu's code follows when the page is settled, or when it is asked for. */
export const PersonMenu = () => {
  const me = useMe();
  const [wanted, setWanted] = useState<'no' | 'ready' | 'open'>('no');
  useEffect(() => {
    void whenSettled().then(() => setWanted((now) => (now === 'no' ? 'ready' : now)));
  }, []);
  const button = <PersonButton me={me} aria-expanded={false} onClick={() => setWanted('open')} />;
  if (wanted === 'no') return button;
  return (
    <Suspense fallback={button}>
      <PersonMenuOpen me={me} openAtOnce={wanted === 'open'} />
    </Suspense>
  );
};
