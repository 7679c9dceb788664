import { templateRoom } from '@beffroi/shared/core/rooms';
import type { Template } from '@beffroi/shared/features/templates/templates.contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { typeset } from '../editor/french-typography.ts';
import { Comparison } from '../features/templates/comparison.tsx';
import { NameVersion } from '../features/templates/name-version.tsx';
import { useTemplatesRealtime } from '../features/templates/templates.realtime.ts';
import { TrailList } from '../features/templates/trail-list.tsx';
import { VersionList } from '../features/templates/version-list.tsx';
import classes from '../features/templates/versions.module.css';
import { api, problemOf } from '../lib/api.ts';
import { templatePath } from '../lib/paths.ts';
import { useWatch } from '../lib/socket.ts';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { ListSkeleton, PageSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { NotFoundPage } from './not-found-page.tsx';

function Versions({ template }: { template: Template }) {
  const { id, abilities } = template;
  const navigate = useNavigate();
  const [pair, setPair] = useState<{ from: number; to: number | null } | null>(null);
  const query = useInfiniteQuery(
    api.templates.versions.infiniteOptions({
      input: (cursor: string | undefined) => ({ id, cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );
  if (query.isPending) return <ListSkeleton rows={5} mark={false} />;
  if (!query.data) return <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  const versions = query.data.pages.flatMap((page) => page.items);
  const shown = pair ?? (versions[0] ? { from: versions[0].number, to: null } : null);
  return (
    <div className={classes.columns}>
      <section aria-label="Ce qui a changé">
        {shown ? (
          <Comparison
            key={`${shown.from} ${shown.to}`}
            id={id}
            {...shown}
            mayRestore={abilities['template.edit']}
            onRestored={() => void navigate(templatePath(id))}
          />
        ) : (
          <EmptyState
            title="Aucune version pour l’instant"
            text="Une version est gardée d’elle-même quand le texte a été modifié puis laissé tranquille cinq minutes, et à chaque validation."
          />
        )}
      </section>
      <section aria-label="Versions">
        {abilities['template.suggest'] && <NameVersion id={id} />}
        <VersionList versions={versions} from={shown?.from ?? null} to={shown?.to ?? null} onChange={setPair} />
        <LoadMore query={query} />
        <TrailList id={id} />
      </section>
    </div>
  );
}

/** The versions of a model: any two compared, the way back. */
export function TemplateVersionsPage() {
  const { id = '' } = useParams();
  const query = useQuery(api.templates.get.queryOptions({ input: { id } }));
  useWatch(templateRoom(id), () => void query.refetch());
  useTemplatesRealtime();
  if (query.data)
    return (
      <Page
        title={`Versions de ${query.data.title}`}
        heading="Versions"
        eyebrow={<Link to={templatePath(id)}>{typeset(query.data.title)}</Link>}
        lead="Deux versions quelconques se comparent mot à mot. Revenir en arrière n’efface rien&nbsp;: le texte d’aujourd’hui est d’abord gardé."
      >
        <Versions template={query.data} />
      </Page>
    );
  if (query.isPending) return <PageSkeleton />;
  const problem = problemOf(query.error);
  if (problem.status === 404) return <NotFoundPage />;
  return (
    <Page title="Versions">
      <ErrorState problem={problem} retry={() => void query.refetch()} />
    </Page>
  );
}
