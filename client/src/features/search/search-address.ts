import type { HitKind } from '@beffroi/shared/features/search/search.contract';

/** The search page's filters, as its address names them. */
export const SEARCH_FILTERS = ['q', 'nature', 'club', 'commune', 'depuis', 'jusqu', 'resolu'] as const;
export type SearchFilter = (typeof SEARCH_FILTERS)[number];
export type SearchFilterValues = Record<SearchFilter, string>;

/** How many filters narrow the words. */
export const activeFilters = ({ q: _words, ...filters }: SearchFilterValues): number => Object.values(filters).filter(Boolean).length;

/** What one may look for alone, as addresses and fields name it. */
export const HIT_NATURES: readonly { slug: string; name: string; kind: HitKind }[] = [
  { slug: 'sujets', name: 'Questions et sujets', kind: 'thread' },
  { slug: 'reponses', name: 'Réponses', kind: 'reply' },
  { slug: 'fiches', name: 'Fiches', kind: 'fiche' },
  { slug: 'modeles', name: 'Modèles', kind: 'template' },
];

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks of the API; anything unreadable in it is left out rather than refused. */
export const searchInputOf = ({ q, nature, club, commune, depuis, jusqu, resolu }: SearchFilterValues, typing: boolean) => ({
  q: q.slice(0, 200),
  kind: HIT_NATURES.find(({ slug }) => slug === nature)?.kind,
  ...(club && { club }),
  ...(commune && { commune }),
  ...(DATE.test(depuis) && { since: depuis }),
  ...(DATE.test(jusqu) && { until: jusqu }),
  ...(resolu === 'oui' && { resolved: 'true' as const }),
  ...(typing && { typing: 'true' as const }),
});
