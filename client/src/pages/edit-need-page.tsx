import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { EditNeedForm } from '../features/replacements/edit-need-form.tsx';
import { needTitle } from '../features/replacements/need-words.ts';
import { needOptions } from '../features/replacements/replacements.api.ts';
import { useReplacementsRealtime } from '../features/replacements/replacements.realtime.ts';
import { useEditNeed } from '../features/replacements/use-edit-need.ts';
import { problemOf } from '../lib/api.ts';
import { needPath } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { Writing } from './writing-tools.tsx';

function Form({ need }: { need: Need }) {
  const navigate = useNavigate();
  const editing = useEditNeed(need, () => void navigate(needPath(need.id), { replace: true }));
  return <EditNeedForm need={need} editing={editing} />;
}

/** Cancelled or over, perhaps while one was typing: nothing of it changes any more. */
const Over = ({ id }: { id: string }) => (
  <EmptyState
    title="Ce besoin ne se modifie plus"
    text="Il a été annulé, ou sa dernière demi-journée est passée."
    action={
      <Button component={Link} to={needPath(id)}>
        Ouvrir la fiche du besoin
      </Button>
    }
  />
);

const isOver = ({ cancelledAt, slots }: Need): boolean =>
  cancelledAt !== null || slots.every(({ state }) => state === 'past' || state === 'cancelled' || state === 'filled');

/** Changing a published need; nothing that was offered or booked moves. */
export function EditNeedPage() {
  const { id = '' } = useParams();
  const query = useQuery(needOptions(id));
  useReplacementsRealtime();
  if (query.isPending) return <PageSkeleton />;
  if (!query.data) {
    const problem = problemOf(query.error);
    return problem.status === 404 ? <NotFoundPage /> : <ErrorState problem={problem} retry={() => void query.refetch()} />;
  }
  const need = query.data;
  const mayEdit = need.abilities['replacement.edit'];
  if (!mayEdit && !(need.abilities['replacement.see-people'] && isOver(need))) return <NotFoundPage />;
  return (
    <Page title={`Modifier\u00a0: ${needTitle(need)}`} eyebrow={<Link to={needPath(id)}>Revenir au besoin</Link>} lead={need.commune.name}>
      {mayEdit ? (
        <Writing>
          <Form need={need} />
        </Writing>
      ) : (
        <Over id={id} />
      )}
    </Page>
  );
}
