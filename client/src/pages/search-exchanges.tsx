import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { FoundNeeds } from '../features/replacements/found-needs.tsx';
import classes from '../features/search/search.module.css';
import { addressOf } from '../features/vacancies/vacancy-address.ts';
import { VacancyRow } from '../features/vacancies/vacancy-row.tsx';
import { api } from '../lib/api.ts';
import { REPLACEMENTS_PATH } from '../lib/paths.ts';
import { ListCard } from '../ui/list-card.tsx';
import { Section } from '../ui/section.tsx';

/** What of the exchanges holds these words; nothing while the search is narrowed to discussions. */
export const useFoundExchanges = (q: string, narrowed: boolean, typing: boolean) => {
  const wanted = q !== '' && !narrowed;
  const { data } = useQuery(
    api.exchanges.search.queryOptions({
      input: { q: q.slice(0, 200), ...(typing && { typing: 'true' as const }) },
      enabled: wanted,
      placeholderData: (before) => before,
    }),
  );
  return wanted ? data : undefined;
};

type Found = NonNullable<ReturnType<typeof useFoundExchanges>>;

/** Offers and replacements that hold the words, beside what was said. */
export function SearchExchanges({ q, found: { vacancies, needs } }: { q: string; found: Found }) {
  return (
    <div className={classes.exchanges}>
      {vacancies.items.length > 0 && (
        <Section
          title="Offres d’emploi"
          action={vacancies.more && <Link to={addressOf({ q: q.slice(0, 120) })}>Toutes les offres trouvées</Link>}
        >
          <ListCard label="Offres d’emploi trouvées">
            {vacancies.items.map((vacancy) => (
              <VacancyRow key={vacancy.id} vacancy={vacancy} />
            ))}
          </ListCard>
        </Section>
      )}
      {needs.items.length > 0 && (
        <Section title="Remplacements à venir" action={needs.more && <Link to={REPLACEMENTS_PATH}>Tous les besoins</Link>}>
          <FoundNeeds needs={needs.items} />
        </Section>
      )}
    </div>
  );
}
