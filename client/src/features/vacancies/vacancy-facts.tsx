import { cadreOf, FILIERE_LABEL } from '@beffroi/shared/core/public-service/grades';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { Vacancy } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { ARTICLE_LABEL, NATURE_LABEL, ORIGIN_LABEL } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import type { ReactNode } from 'react';
import { calendarDay } from '../../lib/french-dates.ts';
import classes from './vacancies.module.css';
import { distanceText, timeText } from './vacancy-words.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const reachable = (text: string): ReactNode => (EMAIL.test(text) ? <a href={`mailto:${text}`}>{text}</a> : text);

const openTo = ({ contractuels, article }: Vacancy): string =>
  contractuels ? `Fonctionnaires et contractuels${article ? ` (${ARTICLE_LABEL[article]})` : ''}` : 'Fonctionnaires';

const natureOf = ({ nature, durationMonths, origin }: Vacancy): string =>
  [NATURE_LABEL[nature], durationMonths && `${durationMonths}\u00a0mois`, origin && ORIGIN_LABEL[origin].toLocaleLowerCase('fr')]
    .filter(Boolean)
    .join(', ');

const placeOf = ({ place, commune, distanceKm }: Vacancy): string =>
  [place || commune.name, distanceKm !== null && distanceKm >= 1 && distanceText(distanceKm)].filter(Boolean).join(', ');

const cadreText = ({ cadre }: Vacancy): string | null => {
  const found = cadre === null ? undefined : cadreOf(cadre);
  return found ? `${found.label}, catégorie ${found.categorie}, filière ${FILIERE_LABEL[found.filiere].toLocaleLowerCase('fr')}` : null;
};

const factsOf = (vacancy: Vacancy): [string, ReactNode][] => [
  ['Employeur', vacancy.organisation || vacancy.commune.name],
  ['Lieu de travail', placeOf(vacancy)],
  ['Métier', vacancy.metier && metierLabel(vacancy.metier)],
  ['Cadre d’emplois', cadreText(vacancy)],
  [vacancy.grades.length > 1 ? 'Grades' : 'Grade', vacancy.grades.join(', ')],
  ['Emploi', natureOf(vacancy)],
  ['Temps de travail', `${timeText(vacancy.weeklyMinutes)}${vacancy.telework ? ', télétravail possible' : ''}`],
  ['Ouvert aux', openTo(vacancy)],
  ['À pourvoir le', vacancy.startsOn && calendarDay(vacancy.startsOn)],
  ['Date limite', vacancy.deadline && <b>{calendarDay(vacancy.deadline)}</b>],
  ['Motif du délai réduit', vacancy.emergency],
  ['Autorité de recrutement', vacancy.authority],
  ['Candidatures à', vacancy.recipient && reachable(vacancy.recipient)],
  ['Contact', vacancy.contact && reachable(vacancy.contact)],
  ['Déclaration', vacancy.dveNumber && `DVE n°\u00a0${vacancy.dveNumber}${vacancy.dveOn ? ` du ${calendarDay(vacancy.dveOn)}` : ''}`],
];

/** What an offer is, line by line, those it says. */
export function VacancyFacts({ vacancy }: { vacancy: Vacancy }) {
  return (
    <dl className={classes.factList}>
      {factsOf(vacancy).map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
