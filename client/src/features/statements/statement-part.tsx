import { frenchDays } from '@beffroi/shared/core/french-days';
import { HALF_LABEL, minuteOfDay } from '@beffroi/shared/core/half-days';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { StatementPart as Part, StatementLine } from '@beffroi/shared/features/statements/statements.contract';
import { confirmationInWords, hoursInWords } from '@beffroi/shared/features/statements/statements.vocabulary';
import { Link } from 'react-router';
import { needPath } from '../../lib/paths.ts';
import { Tag } from '../../ui/tag.tsx';
import { AgreementLink } from './agreement-link.tsx';
import classes from './statement-part.module.css';

const shortDay = frenchDays({ weekday: 'short', day: 'numeric', month: 'short' });
/** « jeu. 1er oct. ». */
const dayInWords = (date: string): string => shortDay(date).replaceAll(' ', '\u00a0');

/** « 8 h 30 », of « 08:30 ». */
const hourInWords = (time: string): string => hoursInWords(minuteOfDay(time));

const toneOf = ({ confirmed }: StatementLine): 'green' | 'brick' | 'ochre' => {
  if (confirmed.agreed) return 'green';
  return confirmed.commune && confirmed.substitute ? 'brick' : 'ochre';
};

interface LineProps {
  line: StatementLine;
  /** Said once for each person and need: the agreement is about all of its half-days. */
  agreement: boolean;
}

function Line({ line, agreement }: LineProps) {
  const { replacementId, date, half, start, end, metier, place, substitute, minutes, confirmed } = line;
  return (
    <tr>
      <th scope="row">
        {dayInWords(date)} <span className={classes.quiet}>{HALF_LABEL[half]}</span>
      </th>
      <td className={classes.hours}>
        {hourInWords(start)} – {hourInWords(end)}
      </td>
      <td>
        <Link to={needPath(replacementId)} className={classes.place}>
          {metierLabel(metier)}, {place}
        </Link>
      </td>
      <td>
        {substitute.name}
        {agreement && (
          <div className={classes.agreement}>
            <AgreementLink replacementId={replacementId} personId={substitute.id} name={substitute.name} />
          </div>
        )}
      </td>
      <td className={classes.number}>{hoursInWords(minutes)}</td>
      <td>
        <Tag tone={toneOf(line)}>{confirmationInWords(confirmed)}</Tag>
      </td>
    </tr>
  );
}

interface StatementPartProps {
  part: Part;
  title: string;
}

/** What was exchanged with one commune, one way, half-day by half-day. */
export function StatementPart({ part, title }: StatementPartProps) {
  const seen = new Set<string>();
  const lines = part.lines.map((line) => {
    const key = `${line.replacementId}.${line.substitute.id}`;
    const first = !seen.has(key);
    seen.add(key);
    return { line, agreement: first && part.partner !== null };
  });
  return (
    <div className={classes.part}>
      <h3 className={classes.partner}>
        {title}
        <span className={classes.sum}>
          {hoursInWords(part.minutes)}
          {part.agreedMinutes < part.minutes && `, dont ${hoursInWords(part.agreedMinutes)} confirmées`}
        </span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className={classes.scroll} aria-label={title} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Demi-journée</th>
              <th scope="col">Horaires</th>
              <th scope="col">Métier et lieu</th>
              <th scope="col">Remplacement par</th>
              <th scope="col" className={classes.number}>
                Heures
              </th>
              <th scope="col">Confirmées</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, agreement }) => (
              <Line key={line.id} line={line} agreement={agreement} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
