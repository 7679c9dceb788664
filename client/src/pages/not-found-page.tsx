import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';

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
