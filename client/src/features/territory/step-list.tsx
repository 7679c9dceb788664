import classes from './installation.module.css';
import { STEP_LABEL, STEPS, type Step } from './installation-draft.ts';

/** Where one is on the way; what is done says so to those who do not see it. */
export const StepList = ({ current }: { current: Step }) => {
  const at = STEPS.indexOf(current);
  return (
    <ol className={classes.steps} aria-label="Étapes">
      {STEPS.map((step, index) => (
        <li key={step} data-done={index < at || undefined} aria-current={step === current ? 'step' : undefined}>
          <span className={classes.stepNumber} aria-hidden="true">
            {index < at ? '✓' : index + 1}
          </span>
          {STEP_LABEL[step]}
          {index < at && <span className={classes.unseen}>, fait</span>}
        </li>
      ))}
    </ol>
  );
};
