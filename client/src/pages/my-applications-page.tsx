import { VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { useApplicationsLive } from '../features/applications/applications.api.ts';
import { MyApplications } from '../features/applications/my-applications.tsx';
import { VACANCIES_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';

/** What one sent, and what has become of it. */
export function MyApplicationsPage() {
  useApplicationsLive();
  return (
    <Page
      title="Mes candidatures"
      eyebrow={<Link to={VACANCIES_PATH}>Emplois</Link>}
      lead="Vous seul et le service RH qui recrute les voient."
    >
      <VisuallyHidden component="h2">Candidatures envoyées</VisuallyHidden>
      <MyApplications />
    </Page>
  );
}
