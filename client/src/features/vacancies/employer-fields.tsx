import { VACANCY_LIMITS } from '@beffroi/shared/features/vacancies/vacancies.limits';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { TextInput } from '@mantine/core';
import type { FieldsProps } from './form-fields.ts';
import classes from './vacancy-form.module.css';

type LineField = {
  [K in keyof VacancyContent]: VacancyContent[K] extends string ? K : never;
}[keyof VacancyContent];

interface Line {
  field: LineField;
  label: string;
  description?: string;
  max: number;
}

const EMPLOYER: Line[] = [
  { field: 'place', label: 'Lieu de travail', description: 'L’adresse, l’école, le service.', max: VACANCY_LIMITS.line },
  { field: 'organisation', label: 'Organisme et service', max: VACANCY_LIMITS.line },
  { field: 'authority', label: 'Autorité de recrutement', description: 'Monsieur ou Madame le Maire de…', max: VACANCY_LIMITS.line },
  {
    field: 'recipient',
    label: 'Destinataire des candidatures',
    description: 'Une adresse électronique ou postale.',
    max: VACANCY_LIMITS.line,
  },
  { field: 'contact', label: 'Contact pour en savoir plus', max: VACANCY_LIMITS.line },
];
const DECLARED: Line[] = [{ field: 'dveNumber', label: 'Numéro de la DVE', max: 40 }];
const LINKS: Line[] = [
  { field: 'officialUrl', label: 'Lien vers l’annonce officielle', max: VACANCY_LIMITS.url },
  { field: 'attachmentUrl', label: 'Lien vers la fiche de poste', max: VACANCY_LIMITS.url },
];

function Lines({ lines, content, change, errorAt }: FieldsProps & { lines: Line[] }) {
  return lines.map(({ field, label, description, max }) => (
    <TextInput
      key={field}
      label={label}
      description={description}
      maxLength={max}
      value={content[field]}
      error={errorAt(field)}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  ));
}

/** Who recruits, where, and where it was declared. */
export function EmployerFields(props: FieldsProps) {
  const { content, change, errorAt } = props;
  return (
    <>
      <fieldset className={classes.group}>
        <legend>L’employeur et les candidatures</legend>
        <div className={classes.pair}>
          <Lines lines={EMPLOYER} {...props} />
        </div>
      </fieldset>
      <fieldset className={classes.group}>
        <legend>La déclaration et les liens</legend>
        <div className={classes.pair}>
          <Lines lines={DECLARED} {...props} />
          <TextInput
            type="date"
            label="Date de la DVE"
            description="Le mois de publication compte à partir d’elle."
            value={content.dveOn ?? ''}
            error={errorAt('dveOn')}
            onChange={({ currentTarget }) => change({ dveOn: currentTarget.value || null })}
          />
          <Lines lines={LINKS} {...props} />
        </div>
      </fieldset>
    </>
  );
}
