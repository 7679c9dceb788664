import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs';
import type { ComponentProps } from 'react';
import classes from './bell.module.css';

interface BellButtonProps extends ComponentProps<'button'> {
  /** What waits to be read; said to screen readers in the button's name. */
  unread?: number;
  /** Beyond it, « 99+ » says enough. */
  countedMax?: number;
}

const shown = (unread: number, countedMax: number): string => (unread >= countedMax ? `${countedMax - 1}+` : String(unread));

/** The bell of the top bar, with how many notifications wait. */
export const BellButton = ({ unread = 0, countedMax = Number.POSITIVE_INFINITY, className = '', ...rest }: BellButtonProps) => (
  <button
    type="button"
    className={`${classes.bell} ${className}`}
    aria-haspopup="dialog"
    aria-label={unread > 0 ? `Notifications, ${shown(unread, countedMax)} à lire` : 'Notifications'}
    {...rest}
  >
    <IconBell size={21} stroke={1.7} aria-hidden />
    {unread > 0 && (
      <span className={classes.count} aria-hidden>
        {shown(unread, countedMax)}
      </span>
    )}
  </button>
);
