import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './states.module.css';

interface EmptyStateProps {
  title: string;
  /** What this is for, and one real example. */
  text: ReactNode;
  /** One button or link. */
  action?: ReactNode;
}

/** Nothing here yet: says what will be, and how it begins. */
export const EmptyState = ({ title, text, action }: EmptyStateProps) => (
  <div className={classes.state}>
    <p className={classes.title}>{title}</p>
    <div className={classes.text}>{text}</div>
    {action && <div className={classes.action}>{action}</div>}
  </div>
);

interface ErrorStateProps {
  /** French `detail`, ready to show; `requestId` helps whoever is asked for help. */
  problem: { detail: string; requestId?: string | undefined };
  retry?: () => void;
}

/** Something could not be read: what happened, and a way to try again. */
export const ErrorState = ({ problem, retry }: ErrorStateProps) => (
  <div className={classes.state} role="alert">
    <p className={classes.title}>{problem.detail}</p>
    {problem.requestId && <p className={classes.reference}>Référence à donner au support : {problem.requestId}</p>}
    {retry && (
      <div className={classes.action}>
        <Button onClick={retry}>Réessayer</Button>
      </div>
    )}
  </div>
);
