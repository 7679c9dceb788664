import { ofPlace } from '@beffroi/shared/core/french-of';
import { Link, useParams } from 'react-router';
import { ActList } from '../features/agents/act-list.tsx';
import { AgentList } from '../features/agents/agent-list.tsx';
import { ImportPeople } from '../features/invitations/import-people.tsx';
import { InvitationForm } from '../features/invitations/invitation-form.tsx';
import { PendingList } from '../features/invitations/pending-list.tsx';
import { useCommunes } from '../lib/communes.ts';
import { useMe } from '../lib/me.ts';
import { communeSettingsPath, POOL_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** The people of a commune, for its referents: who is here, who is waited for, and the ways to invite. */
export const CommuneAgentsPage = () => {
  const { slug = '' } = useParams();
  const me = useMe();
  const commune = useCommunes().find((one) => one.slug === slug);
  const own = me.communes.find((one) => one.slug === slug);
  const name = commune?.name ?? own?.name;
  if (!me.administrator && !own?.abilities['agents.manage']) return <NotFoundPage />;
  if (!name) return <ListSkeleton rows={6} />;
  const place = { scope: 'commune', slug, name } as const;
  return (
    <Page
      title={`Agents ${ofPlace(name)}`}
      lead={`Qui entre dans Beffroi pour ${name}. Vous invitez, suspendez et retirez les agents de cette commune, et d’elle seule.`}
    >
      <Section title="Agents">
        <AgentList slug={slug} />
      </Section>
      <Section title="Invitations en attente">
        <PendingList place={place} />
      </Section>
      <Section title="Inviter une personne">
        <InvitationForm place={place} />
      </Section>
      <Section title="Inviter plusieurs personnes">
        <ImportPeople place={place} />
      </Section>
      <p>
        <Link to={POOL_PATH}>Inviter une personne extérieure dans le vivier des remplacements</Link>
      </p>
      <p>
        <Link to={communeSettingsPath(slug)}>Centre de la commune et offres d’emploi</Link>
      </p>
      <ActList slug={slug} />
    </Page>
  );
};
