import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { problemOf } from '../../lib/api.ts';
import { VACANCIES_PATH } from '../../lib/paths.ts';
import { ListCard } from '../../ui/list-card.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { OwnApplicationRow } from './application-row.tsx';
import { myApplicationsOptions } from './applications.api.ts';

/** What one sent, the last first. */
export function MyApplications() {
  const query = useInfiniteQuery(myApplicationsOptions());
  if (query.isPending) return <ListSkeleton rows={4} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const applications = query.data.pages.flatMap(({ items }) => items);
  if (applications.length === 0)
    return (
      <EmptyState
        title="Aucune candidature"
        text="Une offre d’une autre commune vous plaît&nbsp;? Candidatez en deux minutes, avec une lettre et un CV&nbsp;: vous suivez ici la réponse, et personne d’autre que son service RH ne le sait."
        action={
          <Button component={Link} to={VACANCIES_PATH} variant="filled">
            Voir les offres
          </Button>
        }
      />
    );
  return (
    <>
      <ListCard label="Mes candidatures">
        {applications.map((each) => (
          <OwnApplicationRow key={each.id} application={each} />
        ))}
      </ListCard>
      <LoadMore query={query} />
    </>
  );
}
