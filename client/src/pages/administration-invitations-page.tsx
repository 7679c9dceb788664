import { PendingList } from '../features/invitations/pending-list.tsx';
import { Section } from '../ui/section.tsx';
import { AdministrationFrame } from './administration-frame.tsx';

/** Everyone invited, anywhere, who has not come yet. */
export const AdministrationInvitationsPage = () => (
  <AdministrationFrame title="Invitations du territoire" text="Qui est invité, par qui, et n’est pas encore entré.">
    <Section title="En attente">
      <PendingList />
    </Section>
  </AdministrationFrame>
);
