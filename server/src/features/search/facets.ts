import type { HitKind } from '@beffroi/shared/features/search/search.contract';
import {
  TEMPLATE_KIND_LABEL,
  TEMPLATE_KINDS,
  type TemplateKind,
  type TemplateState,
} from '@beffroi/shared/features/templates/templates.vocabulary';
import { fold } from '../../platform/fold.ts';
import { stemOf } from './french-stems.ts';
import type { Asked } from './search-query.ts';

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

/** « CCAP » asks for models of that kind as well as for the word: it stands before their titles, not in them. */
export const orKind = ({ form, terms }: Asked): Asked => {
  const called = TEMPLATE_KINDS.filter((kind) => terms.includes(stemOf(fold(TEMPLATE_KIND_LABEL[kind].short))));
  return { form, terms: [...terms, ...called.flatMap((templateKind) => facetTerms({ templateKind }))] };
};
