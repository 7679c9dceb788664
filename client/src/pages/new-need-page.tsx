import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { NeedForm } from '../features/replacements/need-form.tsx';
import { copyOf, type NewNeed } from '../features/replacements/new-need.ts';
import { needOptions } from '../features/replacements/replacements.api.ts';
import { useNewNeed } from '../features/replacements/use-new-need.ts';
import { useMe } from '../lib/me.ts';
import { needPath, REPLACEMENTS_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { TextSkeleton } from '../ui/skeletons.tsx';
import { EmptyState } from '../ui/states.tsx';
import { Writing } from './writing-tools.tsx';

/** Whom to ask for, when nothing else was said: who publishes. */
const ownContact = ({ name, phone }: { name: string; phone: string | null }): string => [name, phone].filter(Boolean).join(', ');

function Form({ communes, copied }: { communes: { slug: string; name: string }[]; copied: NewNeed | null }) {
  const me = useMe();
  const navigate = useNavigate();
  const writing = useNewNeed({
    communes: communes.map(({ slug }) => slug),
    contact: ownContact(me),
    copied,
    onPublished: ({ id }: Need) => void navigate(needPath(id), { replace: true }),
  });
  return <NeedForm writing={writing} communes={communes} />;
}

const NOT_HERS = (
  <EmptyState
    title="Les besoins sont publiés par les ressources humaines de chaque commune"
    text="Votre compte n’a pas ce rôle&nbsp;: le référent de votre commune peut vous le donner. En attendant, prévenez votre service des ressources humaines."
    action={
      <Button component={Link} to={REPLACEMENTS_PATH}>
        Voir les remplacements
      </Button>
    }
  />
);

/** Publish a need, from nothing or from an earlier one. */
export function NewNeedPage() {
  const me = useMe();
  const [address] = useSearchParams();
  const from = address.get('depuis');
  const earlier = useQuery({ ...needOptions(from ?? ''), enabled: Boolean(from) });
  const mine = me.communes.filter(({ abilities }) => abilities['replacement.publish']);
  const waits = Boolean(from) && earlier.isPending;
  return (
    <Page
      title={from ? 'Publier de nouveau ce besoin' : 'Publier un besoin de remplacement'}
      lead={mine.length === 1 ? mine[0]?.name : undefined}
    >
      {waits && <TextSkeleton lines={6} />}
      {mine.length === 0 && NOT_HERS}
      {!waits && mine.length > 0 && (
        <Writing>
          <Form communes={mine} copied={earlier.data ? copyOf(earlier.data, ownContact(me)) : null} />
        </Writing>
      )}
    </Page>
  );
}
