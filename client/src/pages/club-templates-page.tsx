import { clubRoom } from '@beffroi/shared/core/rooms';
import { Button, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ImportDialog } from '../features/document-exports/import-dialog.tsx';
import { TemplateFilters, useTemplateFilters } from '../features/templates/template-filters.tsx';
import { TemplateList } from '../features/templates/template-list.tsx';
import classes from '../features/templates/templates.module.css';
import { useTemplatesRealtime } from '../features/templates/templates.realtime.ts';
import { api } from '../lib/api.ts';
import { newTemplatePath, templatePath } from '../lib/paths.ts';
import { useWatch } from '../lib/socket.ts';
import { EmptyState } from '../ui/states.tsx';
import { ClubFrame } from './club-frame.tsx';

function Templates({ slug }: { slug: string }) {
  const { filters, change, wanted, narrowed } = useTemplateFilters();
  const query = useInfiniteQuery(
    api.templates.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ slug, cursor, ...wanted }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );
  useWatch(clubRoom(slug), () => void query.refetch());
  useTemplatesRealtime();
  const navigate = useNavigate();
  const mayCreate = query.data?.pages[0]?.abilities['template.create'] ?? false;
  const [importing, setImporting] = useState(false);
  const isEmpty = !narrowed && query.data?.pages[0]?.items.length === 0;
  const begin = mayCreate && (
    <div className={classes.acts}>
      <Button onClick={() => setImporting(true)}>Importer un document Word</Button>
      <Button component={Link} to={newTemplatePath(slug)} variant="filled">
        Nouveau modèle
      </Button>
    </div>
  );
  return (
    <>
      <div className={classes.top}>
        <TemplateFilters filters={filters} change={change} />
        {!isEmpty && begin}
      </div>
      {importing && <ImportDialog slug={slug} onClose={() => setImporting(false)} onOpen={(id) => void navigate(templatePath(id))} />}
      <TemplateList
        query={query}
        empty={
          narrowed ? (
            <EmptyState title="Aucun modèle ainsi choisi" text="Élargissez le choix pour voir les autres modèles du club." />
          ) : (
            <EmptyState
              title="Aucun modèle pour l’instant"
              text="Un modèle s’écrit à plusieurs, en direct&nbsp;: les pilotes rédigent un CCAP, le club le relit, dix communes s’en servent."
              action={begin}
            />
          )
        }
      />
    </>
  );
}

/** The models of a club. */
export function ClubTemplatesPage() {
  return (
    <ClubFrame part="Modèles">
      {(club) =>
        club.abilities['club.read'] ? (
          <>
            <VisuallyHidden component="h2">Modèles</VisuallyHidden>
            <Templates slug={club.slug} />
          </>
        ) : (
          <EmptyState title="Les modèles de ce club sont réservés à ses membres" text="Rejoignez le club pour les lire." />
        )
      }
    </ClubFrame>
  );
}
