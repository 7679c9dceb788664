import { ofPlace } from '@beffroi/shared/core/french-of';
import { NativeSelect } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { InvitationForm } from '../features/invitations/invitation-form.tsx';
import { PendingList } from '../features/invitations/pending-list.tsx';
import { POOL_PLACE } from '../features/invitations/place.ts';
import { AgreementActList } from '../features/substitutes/agreement-act-list.tsx';
import { PoolList } from '../features/substitutes/pool-list.tsx';
import { usePoolRealtime } from '../features/substitutes/substitutes.realtime.ts';
import { useCommunes } from '../lib/communes.ts';
import { useMe } from '../lib/me.ts';
import { REPLACEMENTS_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { ListSkeleton } from '../ui/skeletons.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** The way in for somebody who serves no commune, and who of them is waited for. */
function Invite() {
  return (
    <>
      <Section title="Inviter une personne extérieure">
        <InvitationForm place={POOL_PLACE} />
      </Section>
      <Section title="Invitations en attente">
        <PendingList place={POOL_PLACE} />
      </Section>
    </>
  );
}

/** A commune's pool, filling live. */
function Pool({ slug }: { slug: string }) {
  usePoolRealtime(slug);
  return (
    <>
      <PoolList slug={slug} from="commune" />
      <PoolList slug={slug} from="outside" />
      <Invite />
      <AgreementActList slug={slug} />
    </>
  );
}

/** Those who may replace an absent agent: a commune's own, and the people from outside, for its human resources. */
export function PoolPage() {
  const me = useMe();
  const all = useCommunes();
  const [search, setSearch] = useSearchParams();
  const own = me.communes.filter(({ abilities }) => abilities['replacement.publish']);
  const readable: readonly { slug: string; name: string }[] = me.administrator ? all : own;
  const wanted = search.get('commune');
  const commune = readable.find(({ slug }) => slug === wanted) ?? readable.find(({ slug }) => slug === own[0]?.slug) ?? readable[0];
  if (!me.administrator && own.length === 0) {
    // A referent lets people in; who the pool holds is for human resources.
    const referent = me.communes.some(({ abilities }) => abilities['agents.manage']);
    if (!referent) return <NotFoundPage />;
    return (
      <Page
        title="Vivier des remplacements"
        eyebrow={<Link to={REPLACEMENTS_PATH}>Remplacements</Link>}
        lead="Vous invitez les personnes extérieures qui peuvent remplacer un agent absent. Qui est au vivier se lit aux ressources humaines."
      >
        <Invite />
      </Page>
    );
  }
  if (!commune) return <ListSkeleton rows={6} />;
  const { slug, name } = commune;
  return (
    <Page
      title={`Vivier ${ofPlace(name)}`}
      eyebrow={<Link to={REPLACEMENTS_PATH}>Remplacements</Link>}
      lead="Qui peut remplacer un agent absent. L’accord de la commune vaut pour tous ses remplacements, jusqu’à ce qu’il finisse ou soit retiré."
    >
      {readable.length > 1 && (
        <NativeSelect
          label="Commune"
          maw={320}
          mb={20}
          data={readable.map((one) => ({ value: one.slug, label: one.name }))}
          value={slug}
          onChange={(event) => setSearch({ commune: event.currentTarget.value }, { replace: true })}
        />
      )}
      <Pool key={slug} slug={slug} />
    </Page>
  );
}
