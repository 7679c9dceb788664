import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { PendingList } from '../features/invitations/pending-list.tsx';
import { ADMINISTERED_COMMUNES_PATH } from '../lib/paths.ts';
import { Section } from '../ui/section.tsx';
import { EmptyState } from '../ui/states.tsx';
import { AdministrationFrame } from './administration-frame.tsx';

const Nobody = () => (
  <EmptyState
    title="Personne n’est attendu"
    text="Les invitations sans réponse attendent ici. On invite depuis la page d’une commune ou d’un club&nbsp;: un référent d’abord, qui invite ensuite les siens."
    action={
      <Button component={Link} to={ADMINISTERED_COMMUNES_PATH} variant="filled">
        Choisir une commune
      </Button>
    }
  />
);

/** Everyone invited, anywhere, who has not come yet. */
export const AdministrationInvitationsPage = () => (
  <AdministrationFrame title="Invitations du territoire" text="Qui est invité, par qui, et n’est pas encore entré.">
    <Section title="En attente">
      <PendingList empty={<Nobody />} />
    </Section>
  </AdministrationFrame>
);
