import type { Vacancy, VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { Button } from '@mantine/core';
import { useId } from 'react';
import classes from './vacancies.module.css';
import { contentOf, FIELDS } from './vacancy-content.ts';
import form from './vacancy-form.module.css';

const LABEL: Partial<Record<keyof VacancyContent, string>> = {
  title: 'Intitulé',
  missions: 'Missions',
  profile: 'Profil',
  conditions: 'Conditions',
  benefits: 'Avantages',
  place: 'Lieu de travail',
  deadline: 'Date limite',
  startsOn: 'Vacant à partir du',
  recipient: 'Destinataire',
  contact: 'Contact',
};
const shown = (value: VacancyContent[keyof VacancyContent]): string => {
  if (value === null || value === '') return 'rien';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  return Array.isArray(value) ? value.join(', ') : String(value);
};

interface ConflictNoticeProps {
  mine: VacancyContent;
  /** The vacancy as somebody else left it. */
  current: Vacancy;
  keepMine: () => void;
  takeCurrent: () => void;
}

/** Two wrote at once: both texts, field by field, and the choice. */
export function ConflictNotice({ mine, current, keepMine, takeCurrent }: ConflictNoticeProps) {
  const id = useId();
  const theirs = contentOf(current);
  const different = FIELDS.filter((field) => shown(mine[field]) !== shown(theirs[field]));
  return (
    <section className={classes.asked} aria-labelledby={id} role="alert">
      <h2 id={id}>Cette offre a été modifiée entre-temps</h2>
      <p>Rien n’est perdu&nbsp;: voici ce qui diffère.</p>
      {different.map((field) => (
        <div key={field} className={form.difference}>
          <h3>{LABEL[field] ?? 'Autre mention'}</h3>
          <div className={form.pair}>
            <div>
              <p className={classes.hint}>Votre texte</p>
              <p className={form.said}>{shown(mine[field])}</p>
            </div>
            <div>
              <p className={classes.hint}>Texte actuel</p>
              <p className={form.said}>{shown(theirs[field])}</p>
            </div>
          </div>
        </div>
      ))}
      <div className={classes.acts}>
        <Button variant="filled" onClick={keepMine}>
          Enregistrer mon texte
        </Button>
        <Button variant="default" onClick={takeCurrent}>
          Reprendre le texte actuel
        </Button>
      </div>
    </section>
  );
}
