/** The search page's filters, as its address names them. */
export const SEARCH_FILTERS = ['q', 'club', 'commune', 'depuis', 'jusqu', 'resolu'] as const;
export type SearchFilter = (typeof SEARCH_FILTERS)[number];
export type SearchFilterValues = Record<SearchFilter, string>;

/** How many filters narrow the words. */
export const activeFilters = ({ q: _words, ...filters }: SearchFilterValues): number => Object.values(filters).filter(Boolean).length;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks of the API; anything unreadable in it is left out rather than refused. */
export const searchInputOf = ({ q, club, commune, depuis, jusqu, resolu }: SearchFilterValues, typing: boolean) => ({
  q: q.slice(0, 200),
  ...(club && { club }),
  ...(commune && { commune }),
  ...(DATE.test(depuis) && { since: depuis }),
  ...(DATE.test(jusqu) && { until: jusqu }),
  ...(resolu === 'oui' && { resolved: 'true' as const }),
  ...(typing && { typing: 'true' as const }),
});
