import { Button, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { TemplateFilters, useTemplateFilters } from '../features/templates/template-filters.tsx';
import { TemplateList } from '../features/templates/template-list.tsx';
import { useTemplatesRealtime } from '../features/templates/templates.realtime.ts';
import { WatchMyClubs } from '../features/today/watch-my-clubs.tsx';
import { api } from '../lib/api.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';

/** The models of every club one reads: what a commune looks for when it has a document to write. */
export function LibraryPage() {
  const { filters, change, wanted, narrowed } = useTemplateFilters();
  const query = useInfiniteQuery(
    api.templates.library.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, ...wanted }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );
  useTemplatesRealtime();
  return (
    <Page title="Modèles" lead="Écrits et relus par les clubs, validés par leurs pilotes&nbsp;: à lire, à exporter, à améliorer ensemble.">
      <WatchMyClubs />
      <TemplateFilters filters={filters} change={change} />
      <VisuallyHidden component="h2">Modèles</VisuallyHidden>
      <TemplateList
        query={query}
        withClub
        empty={
          <EmptyState
            title={narrowed ? 'Aucun modèle ainsi choisi' : 'Aucun modèle pour l’instant'}
            text={
              narrowed
                ? 'Élargissez le choix, ou cherchez un mot du texte avec la recherche.'
                : 'Les modèles que les clubs écrivent paraîtront ici. Le premier se commence depuis l’onglet «\u00a0Modèles\u00a0» d’un club.'
            }
            action={
              !narrowed && (
                <Button component={Link} to="/clubs">
                  Voir les clubs
                </Button>
              )
            }
          />
        }
      />
    </Page>
  );
}
