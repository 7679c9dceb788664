import { ofPlace } from '@beffroi/shared/core/french-of';
import { Button, VisuallyHidden } from '@mantine/core';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { FilterChips } from '../features/vacancies/filter-chips.tsx';
import { ListControls, sortOf, stateOf } from '../features/vacancies/list-controls.tsx';
import { SavedSearches, SaveSearch } from '../features/vacancies/saved-searches.tsx';
import classes from '../features/vacancies/vacancies.module.css';
import { useVacanciesRealtime } from '../features/vacancies/vacancies.realtime.ts';
import { chipLabel, FILTER_KEYS, filtersOf } from '../features/vacancies/vacancy-address.ts';
import { VacancyFilters } from '../features/vacancies/vacancy-filters.tsx';
import { VacancyList } from '../features/vacancies/vacancy-list.tsx';
import { api, isClosedToMe } from '../lib/api.ts';
import { useCommunes } from '../lib/communes.ts';
import { communeSettingsPath, MY_APPLICATIONS_PATH, NEW_VACANCY_PATH } from '../lib/paths.ts';
import { useAddressFilters } from '../lib/use-address-filters.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { EmptyState } from '../ui/states.tsx';
import { ExchangesTabs } from './exchanges-tabs.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const usePage = () => {
  const [values, change] = useAddressFilters([...FILTER_KEYS, 'etat', 'tri'] as const);
  const state = stateOf(values.etat);
  const sort = sortOf(values.tri, state);
  const filters = filtersOf(values);
  const query = useInfiniteQuery(
    api.vacancies.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, state, sort, ...filters }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );
  const first = query.data?.pages[0];
  return { values, change, state, sort, filters, query, from: first?.from ?? null, creates: first?.abilities['vacancy.create'] ?? [] };
};

/** What HR begins with: a new offer, her commune's, and how they begin. */
function Recruiting({ creates, nameOf }: { creates: readonly string[]; nameOf: (slug: string) => string }) {
  return (
    <div className={classes.recruiting} data-print="hidden">
      <Button component={Link} to={NEW_VACANCY_PATH} variant="filled" leftSection={<IconPlus size={17} stroke={2} aria-hidden />}>
        Publier une offre
      </Button>
      {creates.map((slug) => (
        <span key={slug}>
          <Link className={classes.link} to={`/emplois?commune=${slug}`}>
            Offres {ofPlace(nameOf(slug))}
          </Link>{' '}
          ·{' '}
          <Link className={classes.link} to={communeSettingsPath(slug)}>
            Réglages
          </Link>
        </span>
      ))}
    </div>
  );
}

/** The vacancies of the territory, what one looks for among them, and the searches one keeps. */
export function VacanciesPage() {
  const { values, change, state, sort, filters, query, from, creates } = usePage();
  useVacanciesRealtime();
  const communes = useCommunes();
  if (isClosedToMe(query.error)) return <NotFoundPage />;
  const nameOf = (slug: string): string => communes.find((commune) => commune.slug === slug)?.name ?? slug;
  const narrowed = Object.keys(filters).length > 0;
  const centre = communes.find(({ slug }) => slug === from?.slug)?.centre ?? null;
  const [commune] = creates;
  const searchName = FILTER_KEYS.filter((key) => values[key])
    .map((key) => chipLabel(key, values[key], nameOf))
    .join(', ')
    .slice(0, 80);
  return (
    <Page
      title="Emplois"
      eyebrow={<ExchangesTabs />}
      lead={
        <>
          <p>
            Les postes ouverts dans les communes du territoire, pour y candidater ou les faire connaître.{' '}
            <Link to={MY_APPLICATIONS_PATH}>Mes candidatures</Link>
          </p>
          {commune && <Recruiting creates={creates} nameOf={nameOf} />}
        </>
      }
      aside={
        <div data-print="hidden">
          <Section title="Mes recherches">
            <SavedSearches />
          </Section>
        </div>
      }
    >
      <VacancyFilters values={values} change={change} from={centre && from ? from.name : null} />
      <FilterChips values={values} change={change} />
      {narrowed && state === 'published' && <SaveSearch key={searchName} filters={filters} name={searchName} />}
      <ListControls state={commune ? state : null} sort={state === 'published' ? sort : null} change={change} />
      <VisuallyHidden component="h2">Offres</VisuallyHidden>
      <VacancyList
        query={query}
        empty={
          <EmptyState
            title={narrowed ? 'Aucune offre ne répond à ces filtres' : 'Aucune offre ici pour l’instant'}
            text={
              narrowed
                ? 'Retirez un filtre, élargissez la distance, ou enregistrez la recherche\u00a0: vous serez prévenu de ce qui paraît.'
                : 'Les communes publient ici leurs postes vacants, par exemple une ATSEM à 17h30/35 pour la rentrée.'
            }
          />
        }
      />
    </Page>
  );
}
