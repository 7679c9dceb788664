import { useNavigate } from 'react-router';
import { NewClubForm } from '../features/clubs/new-club-form.tsx';
import { useMe } from '../lib/me.ts';
import { clubPath } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** The administrator opens a club. */
export function NewClubPage() {
  const navigate = useNavigate();
  if (!useMe().administrator) return <NotFoundPage />;
  return (
    <Page title="Créer un club" lead="Un nom, un objet, des pilotes&nbsp;: le reste se complète ensuite, par vous ou par eux.">
      <NewClubForm onCreated={({ slug }) => void navigate(clubPath(slug))} />
    </Page>
  );
}
