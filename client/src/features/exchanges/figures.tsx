import type { Overview } from '@beffroi/shared/features/exchanges/exchanges.contract';
import { hoursInWords } from '@beffroi/shared/features/statements/statements.vocabulary';
import type { ReactNode } from 'react';
import { plural } from '../../lib/french-text.ts';
import classes from './exchanges.module.css';
import { share, wait } from './overview-words.ts';

function Figure({ label, value, children }: { label: string; value: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b>
        <span>{children}</span>
      </dd>
    </div>
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The few figures one looks for first. */
export function Figures({ overview }: { overview: Overview }) {
  const { needs, timeToFill, vacancies, hours, substitutes } = overview;
  const [seats, unfilled] = [sum(needs.map((each) => each.seats)), sum(needs.map((each) => each.unfilled))];
  const lent = sum(hours.cells.filter(({ lender }) => lender !== null).map(({ minutes }) => minutes));
  return (
    <dl className={classes.figures}>
      <Figure label="Demi-journées pourvues" value={share(seats - unfilled, seats)}>
        {seats - unfilled} sur {seats}
      </Figure>
      <Figure label="Délai médian pour pourvoir" value={wait(timeToFill.medianMinutes)}>
        de la publication à la réservation
      </Figure>
      <Figure label="Heures entre communes" value={hoursInWords(Math.round(lent / 60) * 60)}>
        {plural(hours.communes.length, 'commune concernée', 'communes concernées')}
      </Figure>
      <Figure label="Remplaçants actifs" value={substitutes.agents + substitutes.outside}>
        {plural(substitutes.agents, 'agent', 'agents')}, {plural(substitutes.outside, 'extérieur', 'extérieurs')}
      </Figure>
      <Figure label="Offres d’emploi ouvertes" value={vacancies.open}>
        {plural(vacancies.filled, 'pourvue', 'pourvues')}
        {vacancies.medianDays !== null && `, en ${vacancies.medianDays}\u00a0jours (médiane)`}
      </Figure>
    </dl>
  );
}
