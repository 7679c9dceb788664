import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import classes from '../features/search/search.module.css';
import { activeFilters, SEARCH_FILTERS, searchInputOf } from '../features/search/search-address.ts';
import { SearchField } from '../features/search/search-field.tsx';
import { SearchFilters } from '../features/search/search-filters.tsx';
import { NothingFound, SearchResults } from '../features/search/search-results.tsx';
import { api } from '../lib/api.ts';
import { useCommunes } from '../lib/communes.ts';
import { useAddressFilters } from '../lib/use-address-filters.ts';
import { useTypedFilter } from '../lib/use-typed-filter.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { SearchExchanges, useFoundExchanges } from './search-exchanges.tsx';

export const SearchPage = () => {
  const [filters, setFilters] = useAddressFilters(SEARCH_FILTERS);
  const [typing, setTyping] = useState(false);
  const [text, type] = useTypedFilter(filters.q, (q) => setFilters({ q }));
  const clubs = useQuery(api.clubs.list.queryOptions()).data?.items ?? [];
  const communes = useCommunes();
  const field = useRef<HTMLInputElement>(null);
  const empty = !filters.q;
  const found = useFoundExchanges(filters.q, activeFilters(filters) > 0, typing);
  const elsewhere = !empty && found !== undefined && found.vacancies.items.length + found.needs.items.length > 0;
  useEffect(() => {
    if (empty) field.current?.focus();
  }, [empty]);
  const wide = useMediaQuery('(min-width: 72em)', true, { getInitialValueInEffect: false });
  const narrowing = <SearchFilters values={filters} onChange={setFilters} clubs={clubs} communes={communes} />;
  const active = activeFilters(filters);
  const mayAsk = clubs.some((club) => club.abilities['thread.create']);
  return (
    <Page title={filters.q ? `Recherche : ${filters.q}` : 'Recherche'} heading="Recherche" aside={wide && narrowing}>
      <SearchField
        ref={field}
        label="Mots à chercher"
        placeholder="révision de prix, clôture, CDD de remplacement…"
        text={text}
        onType={(words) => {
          setTyping(true);
          type(words);
        }}
        onSubmit={() => {
          setTyping(false);
          setFilters({ q: text.trim() });
        }}
      />
      {!wide && (
        <details className={classes.folded}>
          <summary>{active > 0 ? `Affiner (${active})` : 'Affiner'}</summary>
          {narrowing}
        </details>
      )}
      {empty ? (
        <EmptyState
          title="Cherchez dans les questions, les réponses, les offres et les remplacements"
          text="Écrivez quelques mots, comme «&nbsp;indexation marché de repas&nbsp;». Les accents, le pluriel et les conjugaisons ne comptent pas&nbsp;: «&nbsp;révisions&nbsp;» trouve «&nbsp;révision&nbsp;» et «&nbsp;réviser&nbsp;»."
        />
      ) : (
        <>
          {elsewhere && <SearchExchanges q={filters.q} found={found} />}
          <SearchResults
            input={searchInputOf(filters, typing)}
            elsewhere={elsewhere}
            clubs={clubs}
            empty={<NothingFound q={filters.q} filtered={active > 0} mayAsk={mayAsk} />}
          />
        </>
      )}
    </Page>
  );
};
