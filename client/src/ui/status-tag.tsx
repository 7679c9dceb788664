import { THREAD_STATUS_LABEL, type ThreadStatus } from '@beffroi/shared/features/forum/forum.vocabulary';
import type { ReactNode } from 'react';
import classes from './tag.module.css';

interface TagProps {
  tone?: 'neutral' | 'green' | 'ochre' | 'blue' | 'brick';
  children: ReactNode;
}

/** A short state in a pill. */
export const Tag = ({ tone = 'neutral', children }: TagProps) => (
  <span className={classes.tag} data-tone={tone}>
    {children}
  </span>
);

const TONES: Record<ThreadStatus, TagProps['tone']> = { open: 'ochre', answered: 'neutral', resolved: 'green' };

/** The state of a question, in the words of the vocabulary. */
export const StatusTag = ({ status }: { status: ThreadStatus }) => <Tag tone={TONES[status]}>{THREAD_STATUS_LABEL[status]}</Tag>;
