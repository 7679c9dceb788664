import { ATTACHED_LABEL, fileWeight } from '@beffroi/shared/core/attached-files';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import classes from './vacancies.module.css';

/** « Fiche de poste.pdf (PDF, 214 Ko) »: the file joined to a vacancy, to be saved. */
export function AttachmentLink({ vacancy: { id, attachment } }: { vacancy: Pick<Vacancy, 'id' | 'attachment'> }) {
  if (!attachment) return null;
  const { name, type, bytes } = attachment;
  return (
    <p className={classes.attachment}>
      <a className={classes.link} href={`/api/vacancies/${id}/attachment`} download={name}>
        {name}
      </a>{' '}
      <span className={classes.hint}>
        ({ATTACHED_LABEL[type]}, {fileWeight(bytes)})
      </span>
    </p>
  );
}
