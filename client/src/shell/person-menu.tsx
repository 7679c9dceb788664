import type { Me } from '@beffroi/shared/features/accounts/accounts.contract';
import { type ComponentProps, lazy, Suspense, useEffect, useState } from 'react';
import { useMe } from '../lib/me.ts';
import { whenSettled } from '../lib/when-settled.ts';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from './person-menu.module.css';

const PersonMenuOpen = lazy(() => import('./person-menu-open.tsx').then((module) => ({ default: module.PersonMenuOpen })));

interface PersonButtonProps extends ComponentProps<'button'> {
  me: Me;
}

export const PersonButton = ({ me, className = '', ...rest }: PersonButtonProps) => {
  const commune = me.communes[0] ?? null;
  return (
    <button type="button" className={`${classes.button} ${className}`} aria-haspopup="menu" aria-label={`Mon compte : ${me.name}${commune ? `, ${commune.name}` : ''}`} {...rest}>
      <PersonAvatar person={{ id: me.id, name: me.name, commune }} size={30} />
      <span className={classes.names}>
        <b>{me.function}</b>
        {commune && <span>{commune.name}</span>}
      </span>
    </button>
  );
};

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
