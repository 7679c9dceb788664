import type { Me } from '@beffroi/shared/features/accounts/accounts.contract';
import type { ComponentProps } from 'react';
import { PersonAvatar } from '../ui/person-avatar.tsx';
import classes from './person-menu.module.css';

interface PersonButtonProps extends ComponentProps<'button'> {
  me: Me;
}

/** The person and her commune, as the button of her menu. */
export const PersonButton = ({ me, className = '', ...rest }: PersonButtonProps) => {
  const commune = me.communes[0] ?? null;
  return (
    <button
      type="button"
      className={`${classes.button} ${className}`}
      aria-haspopup="menu"
      aria-label={`Mon compte : ${me.name}${commune ? `, ${commune.name}` : ''}`}
      {...rest}
    >
      <PersonAvatar person={{ id: me.id, name: me.name, commune }} size={30} />
      <span className={classes.names}>
        <b>{me.name}</b>
        {commune && <span>{commune.name}</span>}
      </span>
    </button>
  );
};
