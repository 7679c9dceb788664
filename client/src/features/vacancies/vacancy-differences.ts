import { cadreOf } from '@beffroi/shared/core/public-service/grades';
import { metierLabel } from '@beffroi/shared/core/public-service/metiers';
import type { VacancyContent } from '@beffroi/shared/features/vacancies/vacancies.schemas';
import { ARTICLE_LABEL, NATURE_LABEL, ORIGIN_LABEL, quotite } from '@beffroi/shared/features/vacancies/vacancies.vocabulary';
import { calendarDay } from '../../lib/french-dates.ts';
import type { DisputedDifference } from '../../ui/conflict-notice.tsx';
import { differ, FIELDS, type VacancyEdit } from './vacancy-content.ts';

/** As the form names them. */
const LABEL: Record<keyof VacancyContent, string> = {
  title: 'Intitulé du poste',
  metier: 'Métier',
  cadre: 'Cadre d’emplois',
  grades: 'Grades',
  nature: 'Nature de l’emploi',
  origin: 'Motif',
  durationMonths: 'Durée du contrat, en mois',
  contractuels: 'Ouvert aux contractuels',
  article: 'Article',
  weeklyMinutes: 'Quotité',
  telework: 'Télétravail possible',
  startsOn: 'À pourvoir le',
  deadline: 'Date limite',
  place: 'Lieu de travail',
  authority: 'Autorité de recrutement',
  organisation: 'Organisme et service',
  missions: 'Missions',
  profile: 'Profil attendu',
  conditions: 'Diplômes, concours, habilitations',
  rifseep: 'RIFSEEP',
  nbi: 'NBI, en points',
  benefits: 'Avantages',
  contact: 'Contact pour en savoir plus',
  recipient: 'Destinataire des candidatures',
  dveNumber: 'Numéro de la DVE',
  dveOn: 'Date de la DVE',
  officialUrl: 'Lien vers l’annonce officielle',
  attachmentUrl: 'Lien vers la fiche de poste',
  emergency: 'Urgence',
};

type Words = { [K in keyof VacancyContent]?: (value: NonNullable<VacancyContent[K]>) => string | undefined };
const WORDS: Words = {
  metier: metierLabel,
  cadre: (slug) => cadreOf(slug)?.label,
  grades: (grades) => grades.join(', '),
  nature: (nature) => NATURE_LABEL[nature],
  origin: (origin) => ORIGIN_LABEL[origin],
  article: (article) => ARTICLE_LABEL[article],
  weeklyMinutes: quotite,
  startsOn: calendarDay,
  deadline: calendarDay,
  dveOn: calendarDay,
};

const shown = <K extends keyof VacancyContent>(field: K, value: VacancyContent[K]): string => {
  if (value === null || value === '') return 'Rien';
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non';
  return (WORDS[field]?.(value) ?? String(value)) || 'Rien';
};

/** What somebody else changed since this text was begun. */
export const differencesWith = ({ content, base }: Pick<VacancyEdit, 'content' | 'base'>, theirs: VacancyContent): DisputedDifference[] =>
  FIELDS.filter((field) => differ(field, theirs, base) && differ(field, theirs, content)).map((field) => ({
    label: LABEL[field],
    mine: shown(field, content[field]),
    theirs: shown(field, theirs[field]),
    disputed: differ(field, content, base),
  }));
