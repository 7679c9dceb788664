/** In months, the present one included. */
export const OVERVIEW_PERIODS = [3, 6, 12] as const;
export type OverviewPeriod = (typeof OVERVIEW_PERIODS)[number];

export const OVERVIEW_FORMATS = ['csv', 'xlsx'] as const;
export type OverviewFormat = (typeof OVERVIEW_FORMATS)[number];

export const OVERVIEW_TABLES = ['needs', 'hours', 'vacancies', 'substitutes', 'times'] as const;
export type OverviewTable = (typeof OVERVIEW_TABLES)[number];

export const OVERVIEW_TABLE_LABEL: Record<OverviewTable, string> = {
  needs: 'Besoins de remplacement',
  hours: 'Heures échangées',
  vacancies: 'Offres d’emploi',
  substitutes: 'Remplaçants',
  times: 'Délais pour pourvoir',
};

/** The club for which the figures are drawn. */
export const HR_CLUB = 'ressources-humaines';
