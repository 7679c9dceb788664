import type { HitKind } from '@beffroi/shared/features/search/search.contract';
import type { TemplateKind, TemplateState } from '@beffroi/shared/features/templates/templates.vocabulary';

/** Few among many threads: an entry of these kinds says so among its terms, so that looking for them reads no others. */
const MARKED: readonly HitKind[] = ['fiche', 'template'];

export interface Facets {
  kind?: HitKind | undefined;
  templateKind?: TemplateKind | undefined;
  templateState?: TemplateState | undefined;
  tag?: string | undefined;
}

/** What an entry is, as terms no word can be: found by the index of words, counted among none of them. */
export const facetTerms = ({ kind, templateKind, templateState, tag }: Facets): string[] => [
  ...(kind && MARKED.includes(kind) ? [`@${kind}`] : []),
  ...(templateKind ? [`@kind ${templateKind}`] : []),
  ...(templateState ? [`@state ${templateState}`] : []),
  ...(tag ? [`@tag ${tag}`] : []),
];
