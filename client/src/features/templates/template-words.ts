import {
  TEMPLATE_KINDS,
  TEMPLATE_STATES,
  type TemplateKind,
  type TemplateState,
} from '@beffroi/shared/features/templates/templates.vocabulary';

/** How a kind is written in addresses. */
export const KIND_SLUGS: Record<TemplateKind, string> = {
  ccap: 'ccap',
  cctp: 'cctp',
  rc: 'rc',
  ae: 'ae',
  agreement: 'convention',
  deliberation: 'deliberation',
  order: 'arrete',
  letter: 'courrier',
  note: 'note',
  other: 'autre',
};

/** How a state is written in addresses. */
export const STATE_SLUGS: Record<TemplateState, string> = {
  draft: 'brouillon',
  review: 'en-relecture',
  validated: 'valide',
  replaced: 'remplace',
};

export const kindOfSlug = (slug: string): TemplateKind | undefined => TEMPLATE_KINDS.find((kind) => KIND_SLUGS[kind] === slug);
export const stateOfSlug = (slug: string): TemplateState | undefined => TEMPLATE_STATES.find((state) => STATE_SLUGS[state] === slug);

export const STATE_TONE = { draft: 'neutral', review: 'ochre', validated: 'green', replaced: 'neutral' } as const;
