import type { ReactNode } from 'react';
import classes from './first-steps.module.css';

/** Numbered things to do, in the order that helps. */
export const FirstSteps = ({ children }: { children: ReactNode }) => <ol className={classes.steps}>{children}</ol>;

interface FirstStepProps {
  title: string;
  text: string;
  action: ReactNode;
}

export const FirstStep = ({ title, text, action }: FirstStepProps) => (
  <li className={classes.step}>
    <div className={classes.words}>
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
    {action}
  </li>
);
