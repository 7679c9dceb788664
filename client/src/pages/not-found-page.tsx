import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../ui/states.tsx';
import { Page } from '../ui/page.tsx';

export const NotFoundPage = () => (
  <Page title="Page introuvable">
    <EmptyState
      title="Rien à cette adresse"
      text="L’adresse est incomplète, ou ce qu’elle désigne a été retiré ou ne vous est pas ouvert. La recherche retrouve souvent ce qu’on croyait perdu."
      action={
        <Button component={Link} to="/" variant="filled">
          Revenir à Aujourd’hui
        </Button>
      }
    />
  </Page>
);
