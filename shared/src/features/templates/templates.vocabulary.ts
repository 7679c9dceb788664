/** The kinds of model documents, as they are called in town halls. */
export const TEMPLATE_KINDS = ['ccap', 'cctp', 'rc', 'ae', 'agreement', 'deliberation', 'order', 'letter', 'note', 'other'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** The short form stands in lists and tags, the long one says what it is. */
export const TEMPLATE_KIND_LABEL: Record<TemplateKind, { short: string; long: string }> = {
  ccap: { short: 'CCAP', long: 'Cahier des clauses administratives particulières' },
  cctp: { short: 'CCTP', long: 'Cahier des clauses techniques particulières' },
  rc: { short: 'RC', long: 'Règlement de la consultation' },
  ae: { short: 'AE', long: 'Acte d’engagement' },
  agreement: { short: 'Convention', long: 'Convention' },
  deliberation: { short: 'Délibération', long: 'Délibération' },
  order: { short: 'Arrêté', long: 'Arrêté' },
  letter: { short: 'Courrier', long: 'Courrier' },
  note: { short: 'Note', long: 'Note ou procédure' },
  other: { short: 'Autre', long: 'Autre document' },
};

/** Draft: written by the club. In review: proposed upon. Validated: frozen, used by the communes. Replaced: kept for the record. */
export const TEMPLATE_STATES = ['draft', 'review', 'validated', 'replaced'] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];

const STATE_LABEL: Record<TemplateState, string> = {
  draft: 'Brouillon',
  review: 'En relecture',
  validated: 'Validé',
  replaced: 'Remplacé',
};

/** « v3 en relecture » beside « Validé v2 »: a draft is of the version to come. @param validatedCount versions validated so far */
export const templateStateLabel = (state: TemplateState, validatedCount: number): string =>
  state === 'validated' || state === 'replaced' || validatedCount === 0
    ? `${STATE_LABEL[state]}${validatedCount ? ` v${validatedCount}` : ''}`
    : `v${validatedCount + 1} ${STATE_LABEL[state].toLocaleLowerCase('fr')}`;

/** From which state one goes to which; « replaced » comes of the decision to use another model. */
export const STATE_CHANGES: Record<TemplateState, readonly TemplateState[]> = {
  draft: ['review', 'validated', 'replaced'],
  review: ['draft', 'validated', 'replaced'],
  validated: ['draft', 'replaced'],
  replaced: ['draft'],
};

/** What a person may do in a document; each level holds those before it. */
export const DOCUMENT_LEVELS = ['none', 'read', 'suggest', 'edit', 'manage'] as const;
export type DocumentLevel = (typeof DOCUMENT_LEVELS)[number];

export const VERSION_ORIGINS = ['automatic', 'named', 'validated', 'before-restore', 'restored'] as const;
export type VersionOrigin = (typeof VERSION_ORIGINS)[number];
