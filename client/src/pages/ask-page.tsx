import { THREAD_KINDS, type ThreadKind } from '@beffroi/shared/features/forum/forum.vocabulary';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { AskForm } from '../features/forum/ask-form.tsx';
import { rememberThread } from '../features/forum/forum.api.ts';
import { api, problemOf } from '../lib/api.ts';
import { KIND_SLUG, threadPath } from '../lib/paths.ts';
import { Page } from '../ui/page.tsx';
import { TextSkeleton } from '../ui/skeletons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { Writing } from './writing-tools.tsx';

const NO_CLUB = (
  <EmptyState
    title="Aucun club ne vous est encore ouvert"
    text="Une question se pose dans un club&nbsp;: entrez dans l’un d’eux, vos collègues des autres communes y répondent."
    action={
      <Button component={Link} to="/clubs" variant="filled">
        Voir les clubs
      </Button>
    }
  />
);

const kindIn = (slug: string | null): ThreadKind => THREAD_KINDS.find((kind) => KIND_SLUG[kind] === slug) ?? 'question';

/** Start a thread; a question until one says otherwise. */
export function AskPage() {
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const query = useQuery(api.clubs.list.queryOptions());
  const open = query.data?.items.filter((club) => club.abilities['thread.create']) ?? [];
  const clubs = [...open.filter((club) => club.standing !== 'none'), ...open.filter((club) => club.standing === 'none')];
  return (
    <Page title="Nouveau sujet" lead="Une phrase pour le titre, le contexte dessous&nbsp;: vos collègues des autres communes répondent.">
      {query.isPending && <TextSkeleton lines={5} />}
      {query.isError && !query.data && <ErrorState problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {query.data && !clubs.length && NO_CLUB}
      {clubs.length > 0 && (
        <Writing>
          <AskForm
            clubs={clubs}
            club={address.get('club')}
            title={address.get('titre')?.trim() ?? ''}
            kind={kindIn(address.get('type'))}
            onAsked={(thread) => {
              rememberThread(cache, thread);
              void cache.invalidateQueries({ queryKey: api.forum.list.key({ input: { slug: thread.clubSlug } }) });
              void cache.invalidateQueries({ queryKey: api.clubs.list.key() });
              void navigate(threadPath(thread.clubSlug, thread.id), { replace: true });
            }}
          />
        </Writing>
      )}
    </Page>
  );
}
