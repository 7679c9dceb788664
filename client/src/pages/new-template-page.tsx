import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { NewTemplate } from '../features/templates/new-template.tsx';
import { api } from '../lib/api.ts';
import { templatePath } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';

/** A member of a club begins a model. */
export function NewTemplatePage() {
  const { slug = '' } = useParams();
  const navigate = useNavigate();
  const club = useQuery(api.clubs.get.queryOptions({ input: { slug } })).data;
  return (
    <Page
      title="Nouveau modèle"
      lead={club ? `Dans le club ${club.name}. Les membres l’écrivent avec vous dès qu’il existe, en direct.` : undefined}
    >
      <NewTemplate slug={slug} onCreated={({ id }) => void navigate(templatePath(id), { replace: true })} />
    </Page>
  );
}
