import { UNREAD_SHOWN_MAX } from '@beffroi/shared/features/attention/attention.limits';
import { VisuallyHidden } from '@mantine/core';
import classes from './unread-count.module.css';

/** How many threads wait, in figures for the eye and in words for the ear; nothing for none. */
export const UnreadCount = ({ count }: { count: number }) =>
  count > 0 ? (
    <span className={classes.count}>
      {count > UNREAD_SHOWN_MAX ? `${UNREAD_SHOWN_MAX}+` : count}
      <VisuallyHidden> {count > 1 ? 'sujets à lire' : 'sujet à lire'}</VisuallyHidden>
    </span>
  ) : null;
