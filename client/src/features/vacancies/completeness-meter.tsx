import { completenessOf } from '@beffroi/shared/features/vacancies/completeness';
import { noticeOf } from '@beffroi/shared/features/vacancies/notice';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import { calendarDay } from '../../lib/french-dates.ts';
import classes from './vacancy-form.module.css';

interface MeterProps {
  content: VacancyContent;
  /** When it was published; today for a draft. */
  from: string;
}

/** Which of the twelve compulsory things the offer says, what the others lack, and its month of notice. */
export function CompletenessMeter({ content, from }: MeterProps) {
  const { fields, done, total } = completenessOf(content);
  const start = content.dveOn !== null && content.dveOn < from ? content.dveOn : from;
  const notice = noticeOf({ ...content, from: start });
  return (
    <div className={classes.meter}>
      <p className={classes.count}>
        {done} mentions sur {total}
      </p>
      <div className={classes.bar} role="img" aria-label={`${done} mentions obligatoires sur ${total}`}>
        <span style={{ width: `${(100 * done) / total}%` }} />
      </div>
      <p className={classes.notice} data-kept={notice.kept || content.deadline === null}>
        {notice.sentence}
        {notice.rule === 'one-month' && !notice.kept && <> Au plus tôt&nbsp;: {calendarDay(notice.earliest)}.</>}
      </p>
      <ul className={classes.missing}>
        {fields.map(({ key, label, missing }) => (
          <li key={key} data-done={missing === null || undefined}>
            {missing === null ? (
              <IconCircleCheck size={17} stroke={1.8} aria-label="Fait" />
            ) : (
              <IconCircleDashed size={17} stroke={1.8} aria-label="Manque" />
            )}
            <span>
              {label}
              {missing && <span className={classes.needs}>{missing}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
