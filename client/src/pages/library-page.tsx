import { Button, VisuallyHidden } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { SearchField } from '../features/search/search-field.tsx';
import { SearchResults } from '../features/search/search-results.tsx';
import { TemplateFilters, useTemplateFilters } from '../features/templates/template-filters.tsx';
import { TemplateList } from '../features/templates/template-list.tsx';
import { useTemplatesRealtime } from '../features/templates/templates.realtime.ts';
import { WatchMyClubs } from '../features/today/watch-my-clubs.tsx';
import { api } from '../lib/api.ts';
import { searchPath } from '../lib/paths.ts';
import { useAddressFilters } from '../lib/use-address-filters.ts';
import { useTypedFilter } from '../lib/use-typed-filter.ts';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';

type Filters = ReturnType<typeof useTemplateFilters>;

/** The models, the last changed first. */
function Models({ wanted, narrowed }: Pick<Filters, 'wanted' | 'narrowed'>) {
  const query = useInfiniteQuery(
    api.templates.library.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, ...wanted }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );
  const empty = narrowed ? (
    <EmptyState title="Aucun modèle ainsi choisi" text="Élargissez le choix, ou cherchez un mot du texte." />
  ) : (
    <EmptyState
      title="Aucun modèle pour l’instant"
      text="Les modèles que les clubs écrivent paraîtront ici. Le premier se commence depuis l’onglet «&nbsp;Modèles&nbsp;» d’un club."
      action={
        <Button component={Link} to="/clubs">
          Voir les clubs
        </Button>
      }
    />
  );
  return (
    <>
      <VisuallyHidden component="h2">Modèles</VisuallyHidden>
      <TemplateList query={query} withClub empty={empty} />
    </>
  );
}

/** Those whose text holds these words, and where. */
function FoundModels({ q, typing, wanted, narrowed }: { q: string; typing: boolean } & Pick<Filters, 'wanted' | 'narrowed'>) {
  const clubs = useQuery(api.clubs.list.queryOptions()).data?.items ?? [];
  const input = {
    q: q.slice(0, 200),
    kind: 'template' as const,
    templateKind: wanted.kind,
    templateState: wanted.state,
    tag: wanted.tag,
    ...(typing && { typing: 'true' as const }),
  };
  const empty = (
    <EmptyState
      title={`Aucun modèle ne réunit ces mots\u00a0: «\u00a0${q}\u00a0»`}
      text={narrowed ? 'Élargissez le choix, ou essayez avec moins de mots.' : 'Essayez avec moins de mots, ou cherchez-les partout.'}
      action={
        <Button component={Link} to={searchPath(q)}>
          Chercher aussi dans les discussions
        </Button>
      }
    />
  );
  return <SearchResults input={input} clubs={clubs} empty={empty} />;
}

/** The models of every club one reads: what a commune looks for when it has a document to write. */
export function LibraryPage() {
  const { filters, change, ...chosen } = useTemplateFilters();
  const [{ q }, setFilters] = useAddressFilters(['q']);
  const [typing, setTyping] = useState(false);
  const [text, type] = useTypedFilter(q, (words) => setFilters({ q: words }));
  useTemplatesRealtime();
  return (
    <Page title="Modèles" lead="Écrits et relus par les clubs, validés par leurs pilotes&nbsp;: à lire, à exporter, à améliorer ensemble.">
      <WatchMyClubs />
      <SearchField
        label="Mots à chercher dans le texte des modèles"
        placeholder="pénalités de retard, révision de prix…"
        text={text}
        onType={(words) => {
          setTyping(true);
          type(words);
        }}
        onSubmit={() => {
          setTyping(false);
          setFilters({ q: text.trim() });
        }}
      />
      <TemplateFilters filters={filters} change={change} />
      {q ? <FoundModels q={q} typing={typing} {...chosen} /> : <Models {...chosen} />}
    </Page>
  );
}
