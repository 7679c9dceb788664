import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import type { ReactNode } from 'react';
import classes from './form-error.module.css';

/** What keeps a whole form from being sent, read at once by screen readers. Errors of one field stand at the field. */
export const FormError = ({ children }: { children: ReactNode }) => (
  <div role="alert" className={classes.region}>
    {children && (
      <p className={classes.error}>
        <IconAlertCircle size={19} stroke={1.8} aria-hidden />
        <span>{children}</span>
      </p>
    )}
  </div>
);
