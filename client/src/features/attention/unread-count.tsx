import { UNREAD_SHOWN_MAX } from '@beffroi/shared/features/attention/attention.limits';
import { VisuallyHidden } from '@mantine/core';
import classes from './unread-count.module.css';

const THREADS = ['sujet à lire', 'sujets à lire'] as const;

/** How much waits, in figures for the eye and in words for the ear; nothing for none. */
export const UnreadCount = ({ count, words = THREADS }: { count: number; words?: readonly [one: string, many: string] }) =>
  count > 0 ? (
    <span className={classes.count}>
      {count > UNREAD_SHOWN_MAX ? `${UNREAD_SHOWN_MAX}+` : count}
      <VisuallyHidden> {words[count > 1 ? 1 : 0]}</VisuallyHidden>
    </span>
  ) : null;
