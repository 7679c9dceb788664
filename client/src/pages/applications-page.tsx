import { personLabel } from '@beffroi/shared/core/person-ref';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ApplicationView } from '../features/applications/application-view.tsx';
import { useApplicationsLive } from '../features/applications/applications.api.ts';
import classes from '../features/applications/applications.module.css';
import { Pipeline } from '../features/applications/pipeline.tsx';
import { api, problemOf } from '../lib/api.ts';
import { useMe } from '../lib/me.ts';
import { applicationOfPath, applicationsOfPath, vacancyPath } from '../lib/paths.ts';
import { useAddressFilters } from '../lib/use-address-filters.ts';
import { Page } from '../ui/page.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** Where the panel stands beside the list, as the page’s own layout has it. */
const WIDE = '(min-width: 72em)';

/** One application, beside the others or in their place. */
function Chosen({ id }: { id: string }) {
  const query = useQuery(api.applications.get.queryOptions({ input: { id } }));
  if (query.isPending) return <ListSkeleton rows={4} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const { applicant } = query.data;
  return (
    <section className={classes.panel} aria-labelledby="candidature">
      <h2 id="candidature">{applicant ? personLabel(applicant) : 'Candidature effacée'}</h2>
      <ApplicationView application={query.data} />
    </section>
  );
}

/** The applications a vacancy received, for its commune's HR. */
export function ApplicationsPage() {
  const { id = '' } = useParams();
  const { communes } = useMe();
  useApplicationsLive();
  const [{ candidature }] = useAddressFilters(['candidature'] as const);
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const { data: vacancy, isPending, error } = useQuery(api.vacancies.get.queryOptions({ input: { id } }));
  if (isPending) return <ListSkeleton rows={5} mark={false} />;
  if (error && problemOf(error).status !== 404) return <ErrorState problem={problemOf(error)} />;
  if (!vacancy || !communes.some(({ slug, roles }) => slug === vacancy.commune.slug && roles.includes('hr'))) return <NotFoundPage />;
  const pathOf = (chosen: string): string => applicationOfPath(id, chosen);
  const chosen = candidature ? <Chosen key={candidature} id={candidature} /> : null;
  return (
    <Page
      title={`Candidatures, ${vacancy.title}`}
      heading="Candidatures"
      eyebrow={<Link to={vacancyPath(id)}>{vacancy.title}</Link>}
      aside={wide && chosen}
    >
      {!wide && chosen ? (
        <>
          <p className={classes.sent}>
            <Link to={applicationsOfPath(id)}>Toutes les candidatures</Link>
          </p>
          {chosen}
        </>
      ) : (
        <Pipeline vacancyId={id} chosen={candidature || null} pathOf={pathOf} />
      )}
    </Page>
  );
}
