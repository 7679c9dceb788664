import type { Problem } from '@beffroi/shared/core/errors';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import type { ReactNode } from 'react';
import { FormError } from '../../ui/form-error.tsx';
import { EmployerFields } from './employer-fields.tsx';
import { errorsOf } from './form-fields.ts';
import { IdentityFields } from './identity-fields.tsx';
import { TermsFields } from './terms-fields.tsx';
import { TextFields } from './text-fields.tsx';
import classes from './vacancy-form.module.css';

interface VacancyFormProps {
  content: VacancyContent;
  change: (part: Partial<VacancyContent>) => void;
  problem: Problem | null;
  onSend: () => void;
  /** Above the fields: for which commune, where one acts for several. */
  top?: ReactNode;
  /** The file joined to it. */
  attachment: ReactNode;
  /** The buttons. */
  children: ReactNode;
}

/** All that HR writes of a vacancy. Enter sends it; what the server refuses is said at the field. */
export function VacancyForm({ content, change, problem, onSend, top, attachment, children }: VacancyFormProps) {
  const fields = { content, change, errorAt: errorsOf(problem) };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {top}
      <IdentityFields {...fields} />
      <TermsFields {...fields} />
      <TextFields {...fields} />
      <EmployerFields {...fields} />
      <fieldset className={classes.group}>
        <legend>La pièce jointe</legend>
        <div className={classes.attachment}>{attachment}</div>
      </fieldset>
      <FormError>{problem?.detail}</FormError>
      <div className={classes.bottom}>{children}</div>
    </form>
  );
}
