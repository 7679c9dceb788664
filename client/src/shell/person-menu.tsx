import { useEffect, useRef, useState } from 'react';
import { useMe } from '../lib/me.ts';
import { patiently } from '../lib/patient-import.ts';
import { whenSettled } from '../lib/when-settled.ts';
import { PersonButton } from './person-button.tsx';

const loadMenu = () => patiently(() => import('./person-menu-open.tsx'));
type MenuModule = Awaited<ReturnType<typeof loadMenu>>;

/**
 * The person's menu. The button stands at once; the menu's code follows when the page is settled, or when it is asked for,
 * and brings its own button. Not by `Suspense`, whose fallback would replace the button twice: a focus is handed over once.
 */
export const PersonMenu = () => {
  const me = useMe();
  const [menu, setMenu] = useState<MenuModule | null>(null);
  const asked = useRef(false);
  const focused = useRef(false);
  useEffect(() => {
    void whenSettled().then(loadMenu).then(setMenu);
  }, []);
  if (menu) return <menu.PersonMenuOpen me={me} openAtOnce={asked.current} focusAtOnce={focused.current} />;
  return (
    <PersonButton
      me={me}
      aria-expanded={false}
      onClick={() => {
        asked.current = true;
        void loadMenu().then(setMenu);
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
