/** Legal forms of an intercommunal territory, by the codes of the national register. */
export const LEGAL_FORMS = ['CC', 'CA', 'CU', 'METRO', 'MET69', 'EPT'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

export const LEGAL_FORM_LABEL: Record<LegalForm, string> = {
  CC: 'Communauté de communes',
  CA: 'Communauté d’agglomération',
  CU: 'Communauté urbaine',
  METRO: 'Métropole',
  MET69: 'Collectivité à statut particulier',
  EPT: 'Établissement public territorial',
};

/** Where an instance stands: none yet, one being created (or whose creation was interrupted), one that works. */
export const TERRITORY_STATES = ['none', 'opening', 'open'] as const;
export type TerritoryState = (typeof TERRITORY_STATES)[number];
