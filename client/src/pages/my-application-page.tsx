import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ApplicationView } from '../features/applications/application-view.tsx';
import { useApplicationsLive } from '../features/applications/applications.api.ts';
import { api, problemOf } from '../lib/api.ts';
import { MY_APPLICATIONS_PATH, vacancyPath } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** One of one's own applications. */
export function MyApplicationPage() {
  const { id = '' } = useParams();
  useApplicationsLive();
  const query = useQuery(api.applications.get.queryOptions({ input: { id } }));
  if (query.isPending) return <ListSkeleton rows={4} mark={false} />;
  if (!query.data) {
    const problem = problemOf(query.error);
    return problem.status === 404 ? <NotFoundPage /> : <ErrorState problem={problem} retry={() => void query.refetch()} />;
  }
  const { vacancy } = query.data;
  return (
    <Page
      title={vacancy.title}
      eyebrow={<Link to={MY_APPLICATIONS_PATH}>Mes candidatures</Link>}
      lead={
        <p>
          {vacancy.commune.name} · <Link to={vacancyPath(vacancy.id)}>Relire l’offre</Link>
        </p>
      }
    >
      <VisuallyHidden component="h2">Ma candidature</VisuallyHidden>
      <ApplicationView application={query.data} />
    </Page>
  );
}
