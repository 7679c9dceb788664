import { numericDate } from '../../core/numeric-date.ts';
import { cadreOf, FILIERE_LABEL } from '../../core/public-service/grades.ts';
import { metierLabel } from '../../core/public-service/metiers.ts';
import { FULL_WEEK } from './vacancies.limits.ts';
import type { VacancyContent } from './vacancies.schemas.ts';
import { ARTICLE_LABEL, NATURE_LABEL, ORIGIN_LABEL, quotite } from './vacancies.vocabulary.ts';

const french = (date: string | null): string => (date === null ? '' : numericDate(date));

const openTo = ({ contractuels, article }: VacancyContent): string => {
  if (!contractuels) return 'Non';
  return article ? `Oui, article ${ARTICLE_LABEL[article]}` : 'Oui';
};

const linesOf = (content: VacancyContent, communeName: string): [string, string][] => {
  const cadre = content.cadre === null ? undefined : cadreOf(content.cadre);
  return [
    ['Versant', 'Fonction publique territoriale'],
    ['Employeur', content.organisation || communeName],
    ['Autorité de recrutement', content.authority],
    ['Origine', content.origin ? ORIGIN_LABEL[content.origin] : ''],
    ['Nature', `${NATURE_LABEL[content.nature]}${content.durationMonths ? ` (${content.durationMonths} mois)` : ''}`],
    ['Métier', content.metier ? metierLabel(content.metier) : ''],
    ['Filière', cadre ? FILIERE_LABEL[cadre.filiere] : ''],
    ['Catégorie', cadre?.categorie ?? ''],
    ['Cadre d’emplois', cadre?.label ?? ''],
    ['Grade(s)', content.grades.join(', ')],
    ['Ouvert aux contractuels', openTo(content)],
    [
      'Temps de travail',
      content.weeklyMinutes === FULL_WEEK ? 'Temps complet, 35h/35' : `Temps non complet, ${quotite(content.weeklyMinutes)}`,
    ],
    ['Télétravail', content.telework ? 'Possible' : 'Non'],
    ['Lieu de travail', content.place],
    ['Poste à pourvoir le', french(content.startsOn)],
    ['Date limite de candidature', french(content.deadline)],
    ['Candidatures à', content.recipient],
    ['Contact', content.contact],
    ['DVE', content.dveNumber ? `n° ${content.dveNumber}${content.dveOn ? ` du ${french(content.dveOn)}` : ''}` : ''],
    ['Motif du délai réduit', content.emergency],
  ];
};

const payOf = ({ rifseep, nbi, benefits }: VacancyContent): string =>
  ['Rémunération statutaire', rifseep && 'RIFSEEP', nbi !== null && `NBI ${nbi} points`, benefits].filter(Boolean).join(', ');

/** An offer as plain text, in the order of emploi-territorial’s form: to be pasted there. */
export const officialText = (content: VacancyContent, communeName: string): string => {
  const lines = linesOf(content, communeName).flatMap(([label, value]) => (value.trim() === '' ? [] : `${label} : ${value}`));
  const texts: [string, string][] = [
    ['MISSIONS', content.missions],
    ['PROFIL RECHERCHÉ', content.profile],
    ['CONDITIONS', content.conditions],
    ['RÉMUNÉRATION ET AVANTAGES', payOf(content)],
  ];
  return [content.title, '', ...lines, ...texts.flatMap(([title, body]) => (body ? ['', title, body] : []))].join('\n');
};
