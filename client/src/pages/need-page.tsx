import { parisDate } from '@beffroi/shared/core/half-days';
import type { Need } from '@beffroi/shared/features/replacements/replacements.schemas';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { CancelDialog } from '../features/replacements/cancel-dialog.tsx';
import { NeedTold } from '../features/replacements/need-told.tsx';
import { NeedView } from '../features/replacements/need-view.tsx';
import { needTitle, openInWords, openSlots } from '../features/replacements/need-words.ts';
import { needOptions } from '../features/replacements/replacements.api.ts';
import { useReplacementsRealtime } from '../features/replacements/replacements.realtime.ts';
import { useRefreshNeed } from '../features/replacements/use-need-acts.ts';
import { AgreementLink } from '../features/statements/agreement-link.tsx';
import { client, problemOf } from '../lib/api.ts';
import { dismiss } from '../lib/dismissed.ts';
import { useMe } from '../lib/me.ts';
import { copyOfNeedPath, editNeedPath, MISSIONS_PATH, REPLACEMENTS_PATH } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { PageSkeleton } from '../ui/skeletons.tsx';
import { ErrorState } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import classes from './need-page.module.css';
import { NotFoundPage } from './not-found-page.tsx';

function Acts({ need }: { need: Need }) {
  const [cancelling, cancel] = useState(false);
  const refresh = useRefreshNeed(need.id);
  return (
    <div className={classes.acts} data-print="hidden">
      {need.abilities['replacement.edit'] && (
        <Button component={Link} to={editNeedPath(need.id)}>
          Modifier
        </Button>
      )}
      {need.abilities['replacement.see-people'] && (
        <Button component={Link} to={copyOfNeedPath(need.id)}>
          Publier de nouveau
        </Button>
      )}
      {need.abilities['replacement.cancel'] && (
        <Button color="brick" onClick={() => cancel(true)}>
          Annuler le besoin…
        </Button>
      )}
      {cancelling && (
        <CancelDialog
          title="Annuler le besoin"
          what={`Toutes les demi-journées de « ${needTitle(need)} » sont annulées. Les personnes retenues ou prévenues l’apprennent aussitôt.`}
          act="Annuler le besoin"
          cancel={(reason) => client.replacements.cancel({ id: need.id, reason })}
          onDone={refresh}
          onClose={() => cancel(false)}
        />
      )}
    </div>
  );
}

const toneOf = ({ atRisk, slots }: Need): 'brick' | 'green' | 'neutral' => {
  if (atRisk) return 'brick';
  return openSlots(slots).length === 0 && slots.some(({ state }) => state === 'filled') ? 'green' : 'neutral';
};

/** What she was told of this need needs no reading any more. */
const readAbout = async (id: string): Promise<void> => {
  const { items } = await client.notifications.list({});
  const ids = items.filter(({ about, read }) => !read && about?.id === id).map((told) => told.id);
  if (ids.length > 0) await client.notifications.read({ ids });
};

/** One need, for the commune that asks and for who may come. */
export function NeedPage() {
  const { id = '' } = useParams();
  const query = useQuery(needOptions(id));
  const navigate = useNavigate();
  const me = useMe();
  const agent = me.communes.length > 0 || me.administrator;
  const today = parisDate(new Date());
  useReplacementsRealtime();
  if (query.isPending) return <PageSkeleton />;
  if (!query.data) {
    const problem = problemOf(query.error);
    if (problem.status === 404) return <NotFoundPage />;
    return (
      <Page title="Remplacement">
        <ErrorState problem={problem} retry={() => void query.refetch()} />
      </Page>
    );
  }
  const need = query.data;
  const back = agent ? REPLACEMENTS_PATH : MISSIONS_PATH;
  return (
    <Page
      title={needTitle(need)}
      eyebrow={<Link to={back}>{agent ? 'Remplacements' : 'Mes remplacements'}</Link>}
      lead={
        <>
          <p className={classes.state}>
            {need.commune.name}
            {need.cancelledAt ? <Tag>Annulé</Tag> : <Tag tone={toneOf(need)}>{openInWords(need.slots)}</Tag>}
          </p>
          <NeedTold need={need} />
          <Acts need={need} />
        </>
      }
    >
      <NeedView
        need={need}
        agreement={({ replacementId, substitute }) => (
          <AgreementLink replacementId={replacementId} personId={substitute.id} name={substitute.name} />
        )}
        onDismiss={() => {
          dismiss(me.id, id, need.slots.at(-1)?.date ?? today, today);
          void readAbout(id);
          void navigate(back);
        }}
      />
    </Page>
  );
}
