export const VACANCY_STATES = ['draft', 'published', 'filled', 'withdrawn', 'archived'] as const;
export type VacancyState = (typeof VACANCY_STATES)[number];
/** Orders of a list: the last published first, or the first to close. */
export const VACANCY_SORTS = ['newest', 'deadline'] as const;
export type VacancySort = (typeof VACANCY_SORTS)[number];
export const VACANCY_STATE_LABEL: Record<VacancyState, string> = {
  draft: 'Brouillon',
  published: 'En cours',
  filled: 'Pourvue',
  withdrawn: 'Retirée',
  archived: 'Archivée',
};

/** Whether the employment lasts, or answers a need that passes. */
export const NATURES = ['permanent', 'temporary'] as const;
export type Nature = (typeof NATURES)[number];
export const NATURE_LABEL: Record<Nature, string> = { permanent: 'Emploi permanent', temporary: 'Emploi non permanent' };

/** Why it is open, as the declaration to the centre de gestion says it. */
export const ORIGINS = ['vacancy', 'creation'] as const;
export type Origin = (typeof ORIGINS)[number];
export const ORIGIN_LABEL: Record<Origin, string> = { vacancy: 'Vacance d’emploi', creation: 'Création d’emploi' };

/** Articles of the code général de la fonction publique on which a contractuel is recruited. */
export const ARTICLES = [
  'L332-8-1',
  'L332-8-2',
  'L332-8-3',
  'L332-8-5',
  'L332-8-6',
  'L332-13',
  'L332-14',
  'L332-23-1',
  'L332-23-2',
  'L332-24',
] as const;
export type Article = (typeof ARTICLES)[number];
export const ARTICLE_LABEL: Record<Article, string> = {
  'L332-8-1': 'L. 332-8, 1° · pas de cadre d’emplois pour ces fonctions',
  'L332-8-2': 'L. 332-8, 2° · nature des fonctions ou besoins du service',
  'L332-8-3': 'L. 332-8, 3° · commune de moins de 1\u00a0000\u00a0habitants',
  'L332-8-5': 'L. 332-8, 5° · temps non complet de moins de 17\u00a0h\u00a030',
  'L332-8-6': 'L. 332-8, 6° · commune de moins de 2\u00a0000\u00a0habitants, service imposé',
  'L332-13': 'L. 332-13 · remplacement d’un agent absent',
  'L332-14': 'L. 332-14 · vacance, dans l’attente d’un fonctionnaire',
  'L332-23-1': 'L. 332-23, 1° · accroissement temporaire d’activité',
  'L332-23-2': 'L. 332-23, 2° · accroissement saisonnier d’activité',
  'L332-24': 'L. 332-24 · contrat de projet',
};

export const TIMES = ['full', 'part'] as const;
export type Time = (typeof TIMES)[number];
export const TIME_LABEL: Record<Time, string> = { full: 'Temps complet', part: 'Temps non complet' };

export const VACANCY_ACTS = [
  'created',
  'changed',
  'attached',
  'detached',
  'published',
  'extended',
  'filled',
  'withdrawn',
  'archived',
  'asked',
] as const;
export type VacancyAct = (typeof VACANCY_ACTS)[number];
/** After the name of who did it. */
export const VACANCY_ACT_LABEL: Record<VacancyAct, string> = {
  created: 'a commencé le brouillon',
  changed: 'a modifié l’offre',
  attached: 'a joint un fichier',
  detached: 'a retiré la pièce jointe',
  published: 'a publié l’offre',
  extended: 'a dit l’offre toujours ouverte',
  filled: 'a dit l’emploi pourvu',
  withdrawn: 'a retiré l’offre',
  archived: 'a archivé l’offre, la date limite étant passée',
  asked: 'a demandé si l’offre est toujours ouverte',
};

/** « 17h30/35 », « 35h/35 »: a quotité as deliberations write it. */
export const quotite = (weeklyMinutes: number): string => {
  const minutes = weeklyMinutes % 60;
  return `${Math.floor(weeklyMinutes / 60)}h${minutes ? String(minutes).padStart(2, '0') : ''}/35`;
};
